import { Scrapbook } from "@scrapbook/core";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../test/chromium.ts";
import { notebookOf } from "../../test/notebook.ts";
import { renderReport } from "../report.ts";

const markup = await renderReport(
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
  await head("s").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  expect(await order()).toEqual(["a", "e", "b", "c", "d"]);
  await page.keyboard.press("Space");
  expect(await order()).toEqual(["b", "e", "a", "c", "d"]);
  const focused = page.locator(":focus-visible");
  expect(await focused.textContent()).toBe("n");
  expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
});

test("what was sorted is said", async () => {
  await page.setContent(markup);
  await head("n").click();
  expect(await page.getByRole("status").textContent()).toBe("Sorted by n, ascending");
});

const shown = () => page.locator(".overview tbody tr:visible").count();
const sections = () => page.locator("article:visible h2").allTextContents();

test("a search leaves the notebooks that hold its words, in the table and beneath", async () => {
  await page.setContent(markup);
  await page.getByRole("searchbox").fill("x1 10");
  expect([await shown(), await sections()]).toEqual([1, ["b"]]);
  expect(await page.getByRole("status").textContent()).toBe("1 of 5 notebooks");
  await page.getByRole("searchbox").fill("");
  expect([await shown(), (await sections()).length]).toEqual([5, 5]);
});

test("the table is searched before the notebooks beneath are read, and they follow", async () => {
  const slow = await browser.newPage();
  const end = markup.indexOf("<article");
  await slow.evaluate(
    (part) => {
      document.open();
      document.write(part);
    },
    markup.slice(0, end),
  );
  await slow.getByRole("searchbox").fill("x10");
  await slow.evaluate((part) => {
    document.write(part);
    document.close();
  }, markup.slice(end));
  expect(await slow.locator("article:visible h2").allTextContents()).toEqual(["b"]);
  expect(await slow.getByLabel("Open all").count()).toBe(1);
  await slow.close();
});

const nights = await renderReport(
  new Scrapbook([
    ["good", notebookOf({ n: { data: 1 }, same: { data: "x" } }, { papermill: ended() })],
    ["bad", notebookOf({ n: { data: 2 } }, { papermill: { ...ended(), exception: true } })],
    ["fine", notebookOf({ n: { data: 3 }, same: { data: "x" } }, { papermill: ended() })],
  ]),
  { format: { n: { style: "percent" } } },
);

function ended() {
  return { start_time: "2026-11-23T01:00:00", end_time: "2026-11-23T01:01:00" };
}

test("runs are chosen by how they ended; failed ones lead", async () => {
  await page.setContent(nights);
  expect(await sections()).toEqual(["bad", "good", "fine"]);
  await page.getByLabel("Runs").selectOption("Failed");
  expect([await shown(), await sections()]).toEqual([1, ["bad"]]);
});

test("only what differs hides the columns that are the same", async () => {
  await page.setContent(nights);
  const heads = () => page.locator(".overview thead th:visible").count();
  expect(await heads()).toBe(4);
  await page.getByLabel("Only what differs").check();
  expect(await heads()).toBe(3);
  expect(await page.getByRole("status").textContent()).toBe("1 column hidden");
});

test("formatted numbers sort by what they are", async () => {
  await page.setContent(nights);
  await head("n").click();
  expect(await order()).toEqual(["good", "bad", "fine"]);
});

test("all folds close and open, and a link opens the one that it leads to", async () => {
  await page.setContent(nights);
  const open = () => page.locator("details.notebook[open]").count();
  await page.getByLabel("Open all").check();
  await page.getByLabel("Open all").uncheck();
  expect(await open()).toBe(0);
  await page.getByRole("link", { name: "fine" }).click();
  expect(await open()).toBe(1);
});

test("Tab walks through the controls, heads, rows and folds, each of them seen", async () => {
  const walked = await browser.newPage();
  await walked.setContent(markup);
  const stops: string[] = [];
  for (let stop = ""; stop !== "end" && stops.length < 60; ) {
    await walked.keyboard.press("Tab");
    stop = await walked.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return "end";
      const isSeen = getComputedStyle(focused).outlineStyle !== "none";
      return `${focused.localName}${isSeen ? "" : " unseen"}`;
    });
    stops.push(stop);
  }
  expect(stops.filter((stop) => stop.endsWith("unseen"))).toEqual([]);
  const heads = Array(4).fill("button");
  const rows = Array(5).fill("a");
  expect(stops.slice(0, 12)).toEqual(["input", "input", "div", ...heads, ...rows]);
  expect(stops.filter((stop) => stop === "summary")).toHaveLength(5);
  await walked.close();
});

test("a page without script is complete, and offers no buttons", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.setContent(markup);
  expect(await silent.locator(".overview tbody tr").count()).toBe(5);
  expect(await silent.locator("button, input, select").count()).toBe(0);
  await context.close();
});
