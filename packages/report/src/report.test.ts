import { isScrapbookError, Scrapbook, ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { hostileBook } from "../test/hostile.ts";
import { bookOf, notebookOf } from "../test/notebook.ts";
import { renderReport } from "./report.ts";

const broken = new ScrapbookError("json-truncated", { what: "The JSON ends too early" });

test("a report holds the table, what could not be read, and each notebook", () => {
  const book = new Scrapbook(
    [
      ["a", notebookOf({ n: { data: 1 } })],
      ["b", notebookOf({ n: { data: 2 } }, { papermill: { exception: true } })],
    ],
    [["c", broken]],
  );
  const page = renderReport(book, { title: "Night & day" });
  expect(page).toContain("<h1>Night &amp; day</h1>");
  expect(page.match(/<article /g)).toHaveLength(2);
  expect(page).toContain('<section id="unread"');
  expect(page).toContain('<span class="badge bad">failed</span>');
});

test("the same scrapbook gives the same page", () => {
  const book = bookOf({ n: { data: 1 } });
  expect(renderReport(book)).toBe(renderReport(book));
});

test("an empty scrapbook says so", () => {
  const page = renderReport(new Scrapbook());
  expect(page).toContain("0 notebooks");
  expect(page).toContain("The scrapbook holds no notebooks.");
});

test("a page that would be too long says what it left out", () => {
  const text = { "text/plain": "x".repeat(1_000) };
  const book = bookOf({ a: { display: text }, b: { display: text }, c: { display: text } });
  const page = renderReport(book, { maxPageLength: 1_500 });
  expect(page).toContain("2 displays are left out: the page would be too long.");
  expect(page.match(/<figure>/g)).toHaveLength(1);
});

test("a wrong option is refused", () => {
  expect(() => renderReport(new Scrapbook(), { columns: "close" as never })).toThrow(
    expect.toSatisfy(isScrapbookError),
  );
});

test("a hostile scrapbook brings no markup of its own", () => {
  const page = renderReport(hostileBook("http://evil.test"), { params: true });
  const markup = page.replace(/srcdoc="[^"]*"|src="data:[^"]*"/g, "");
  expect(markup.match(/<script/g)).toHaveLength(1);
  expect(
    markup.match(/<(?:form|input|object|embed|base|link|svg|math|video|audio)[\s>]/),
  ).toBeNull();
  expect(markup.match(/<[a-z]+(?=[\s/])[^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+\s*=/i)).toBeNull();
  // A <pre> holds its text's directions: nothing else stands in its lines.
  expect(markup.replace(/<pre.*?<\/pre>/gs, "").match(/[\u202a-\u202e\u2066-\u2069\0]/)).toBeNull();
});
