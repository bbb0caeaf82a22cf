import { Scrapbook } from "@scrapbook/core";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../test/chromium.ts";
import { notebookOf } from "../../test/notebook.ts";
import { renderReport } from "../report.ts";

const markup = renderReport(
  new Scrapbook([
    ["b", notebookOf({ n: { data: 10 }, s: { data: "x10" } })],
    ["a", notebookOf({ n: { data: -2.5 }, s: { data: "x9" } })],
    ["d", notebookOf({ s: { data: "Äx" } })],
    ["c", notebookOf({ n: { data: "text" }, s: { data: "" } })],
    ["e", notebookOf({ n: { data: 9 } })],
  ]),
);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent(markup);
});

afterAll(() => browser.close());

const order = () => page.locator(".overview tbody th").allTextContents();
const sorts = () =>
  page
    .locator(".overview thead th")
    .evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));
const head = (name: string) => page.getByRole("button", { name, exact: true });

test("a click sorts upwards, numbers before text, what is missing last", async () => {
  await head("n").click();
  expect(await order()).toEqual(["a", "e", "b", "c", "d"]);
  expect(await sorts()).toEqual([null, null, "ascending", null]);
});

test("a second click sorts downwards, what is missing still last", async () => {
  await head("n").click();
  expect(await order()).toEqual(["b", "e", "a", "c", "d"]);
  expect(await sorts()).toEqual([null, null, "descending", null]);
});

test("a third click gives the first order back", async () => {
  await head("n").click();
  expect(await order()).toEqual(["b", "a", "d", "c", "e"]);
  expect(await sorts()).toEqual([null, null, null, null]);
});

test("text sorts as people read it: x9 before x10", async () => {
  await head("s").click();
  expect(await order()).toEqual(["d", "a", "b", "c", "e"]);
});

test("another column takes the sorting over", async () => {
  await head("Notebook").click();
  expect(await order()).toEqual(["a", "b", "c", "d", "e"]);
  expect(await sorts()).toEqual(["ascending", null, null, null]);
});

test("the keyboard sorts, and the focus stays and is seen", async () => {
  await page.reload();
  await page.setContent(markup);
  for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await order()).toEqual(["a", "e", "b", "c", "d"]);
  await page.keyboard.press("Space");
  expect(await order()).toEqual(["b", "e", "a", "c", "d"]);
  const focused = page.locator(":focus-visible");
  expect(await focused.textContent()).toBe("n");
  expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
});

test("a page without script is complete, and offers no buttons", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.setContent(markup);
  expect(await silent.locator(".overview tbody tr").count()).toBe(5);
  expect(await silent.locator("button").count()).toBe(0);
  await context.close();
});
