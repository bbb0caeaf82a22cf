import { Scrapbook } from "@scrapbook/core";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../test/chromium.ts";
import { notebookOf } from "../../test/notebook.ts";
import { renderReport } from "../report.ts";
import { dark, light } from "./palette.ts";

const wide = "x".repeat(400);
const columns = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => [`column number ${i}`, { data: `${wide} ${i}` }]),
);
const markup = await renderReport(
  new Scrapbook([
    [
      wide,
      notebookOf({
        ...columns,
        text: { display: { "text/plain": wide } },
        page: { display: { "text/html": "<h1>title</h1>" } },
        svg: {
          display: {
            "image/svg+xml":
              '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="10"><rect/></svg>',
          },
        },
        table: {
          display: { "text/html": `<table><tr>${"<td>wide cell</td>".repeat(60)}</tr></table>` },
        },
      }),
    ],
  ]),
);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

test.each([320, 700, 1280])("a window %i pixels wide does not scroll sideways", async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(markup);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  await page.close();
});

test.each([
  ["light", light],
  ["dark", dark],
] as const)("the page is %s where the reader's system is", async (colorScheme, palette) => {
  const page = await browser.newPage({ colorScheme });
  await page.setContent(markup);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe(rgb(palette.ground));
  await page.close();
});

test("paper is light, and shows what scrolls on a screen", async () => {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.setContent(markup);
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => ({
    ink: getComputedStyle(document.body).color,
    overflow: getComputedStyle(document.querySelector("pre") as Element).overflow,
  }));
  expect(found).toEqual({ ink: rgb(light.ink), overflow: "visible" });
  await page.close();
});

test("a table of many columns fits a sheet that lies on its side", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 26 }, (_, i) => [`measure_${i}`, { data: i * 1.2345678 }]),
  );
  // A sheet of A4 with margins of a centimetre.
  const page = await browser.newPage({ viewport: { width: 1040, height: 700 } });
  await page.setContent(await renderReport(new Scrapbook([["nb", notebookOf(many)]])));
  await page.emulateMedia({ media: "print" });
  const right = () =>
    page
      .locator(".overview thead th")
      .last()
      .evaluate((head) => head.getBoundingClientRect().right);
  expect(await right()).toBeLessThan(1040);
  expect(await right()).toBeGreaterThan(600);
  await page.close();
});

test("paper has all pictures, also those of folds that nobody opened", async () => {
  const png = {
    display: {
      "image/png":
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
    },
  };
  const page = await browser.newPage();
  const keys = Array.from({ length: 60 }, (_, i) => String(i));
  await page.setContent(
    await renderReport(new Scrapbook(keys.map((key) => [key, notebookOf({ chart: png })]))),
  );
  const seen = () =>
    page
      .locator("img")
      .evaluateAll(
        (all) => (all as HTMLImageElement[]).filter((img) => img.naturalWidth > 0).length,
      );
  expect(await seen()).toBeLessThan(60);
  await page.pdf();
  expect(await seen()).toBe(60);
  await page.close();
});

test("each picture and frame has a name, each box that scrolls can be reached", async () => {
  const page = await browser.newPage();
  await page.setContent(markup);
  const unnamed = await page.evaluate(
    () =>
      [...document.querySelectorAll("img, iframe, [tabindex]")].filter(
        (element) =>
          !(
            element.getAttribute("alt") ??
            element.getAttribute("title") ??
            element.getAttribute("aria-label")
          ),
      ).length,
  );
  const unreachable = await page.evaluate(
    () =>
      [...document.querySelectorAll("body *")].filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          /auto|scroll/.test(getComputedStyle(element).overflowX) &&
          element.getAttribute("tabindex") !== "0",
      ).length,
  );
  expect({ unnamed, unreachable }).toEqual({ unnamed: 0, unreachable: 0 });
  await page.close();
});

function rgb(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
}
