import { isScrapbookError, Scrapbook, ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { hostileBook } from "../test/hostile.ts";
import { bookOf, notebookOf } from "../test/notebook.ts";
import { renderReport } from "./report.ts";

const broken = new ScrapbookError("json-truncated", { what: "The JSON ends too early" });

test("a report holds the table, what could not be read, and each notebook", async () => {
  const book = new Scrapbook(
    [
      ["a", notebookOf({ n: { data: 1 } })],
      ["b", notebookOf({ n: { data: 2 } }, { papermill: { exception: true } })],
    ],
    [["c", broken]],
  );
  const page = await renderReport(book, { title: "Night & day" });
  expect(page).toContain("<h1>Night &amp; day</h1>");
  expect(page.match(/<article /g)).toHaveLength(2);
  expect(page).toContain('<section id="unread"');
  expect(page).toContain('<span class="badge bad">failed</span>');
});

test("the same scrapbook gives the same page", async () => {
  const book = bookOf({ n: { data: 1 } });
  expect(await renderReport(book)).toBe(await renderReport(book));
});

test("an empty scrapbook says so", async () => {
  const page = await renderReport(new Scrapbook());
  expect(page).toContain("0 notebooks");
  expect(page).toContain("The scrapbook holds no notebooks.");
});

test("a page that would be too long says what it left out", async () => {
  const text = { "text/plain": "x".repeat(1_000) };
  const book = bookOf({ a: { display: text }, b: { display: text }, c: { display: text } });
  const page = await renderReport(book, { maxPageLength: 1_500 });
  expect(page).toContain(
    "2 displays are left out: the page would be longer than <code>maxPageLength</code> allows.",
  );
  expect(page.match(/<figure /g)).toHaveLength(1);
});

test("a wrong option is refused", async () => {
  await expect(renderReport(new Scrapbook(), { columns: "close" as never })).rejects.toThrow(
    expect.toSatisfy(isScrapbookError),
  );
});

test("a hostile scrapbook brings no markup of its own", async () => {
  const page = await renderReport(hostileBook("http://evil.test"), { parameters: true });
  const markup = page.replace(/srcdoc="[^"]*"|src="data:[^"]*"/g, "");
  expect(markup.match(/<script/g)).toHaveLength(1);
  expect(
    markup.match(/<(?:form|input|object|embed|base|link|svg|math|video|audio)[\s>]/),
  ).toBeNull();
  expect(markup.match(/<[a-z]+(?=[\s/])[^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+\s*=/i)).toBeNull();
  // A <pre> holds its text's directions: nothing else stands in its lines.
  expect(markup.replace(/<pre.*?<\/pre>/gs, "").match(/[\u202a-\u202e\u2066-\u2069\0]/)).toBeNull();
});

test.each([
  [
    "a promise",
    Promise.resolve(new Scrapbook()),
    "got a Promise, expected what the promise gives: await it",
  ],
  ["nothing", undefined, "got undefined, expected what readNotebooks gives"],
  ["a path", "tickers", 'got "tickers"'],
  ["a map", new Map(), "got a Map"],
])("%s is no scrapbook", async (_what, given, message) => {
  await expect(renderReport(given as never)).rejects.toThrow(message);
});

test("a night in which every run failed is shown, whatever the options name", async () => {
  const failed = (key: string) =>
    [key, notebookOf({ seen: { data: 1 } }, { papermill: { exception: true } })] as const;
  const page = await renderReport(new Scrapbook([failed("a"), failed("b")]), {
    columns: ["distance"],
    charts: ["chart"],
    groupBy: "symbol",
    better: { distance: "lower" },
    format: { distance: { digits: 1 } },
  });
  expect(page.split('data-state="failed"')).toHaveLength(3);
  expect(page).toContain("<bdi>distance</bdi>");
});
