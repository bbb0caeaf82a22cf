import { Scrapbook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { type GivenScrap, notebookOf } from "../../test/notebook.ts";
import { renderComparison } from "./render-comparison.ts";

const ended = { start_time: "2026-11-23T01:00:00", end_time: "2026-11-23T01:01:00" };
const book = (
  notebooks: Readonly<Record<string, Readonly<Record<string, GivenScrap>>>>,
  papermill: unknown = ended,
) =>
  new Scrapbook(
    Object.entries(notebooks).map(([key, scraps]) => [key, notebookOf(scraps, { papermill })]),
  );
const text = (markup: string) =>
  markup
    .replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

const old = { loss: { data: 0.5 }, same: { data: 1 }, chart: { display: { "text/plain": "old" } } };
const now = { loss: { data: 0.3 }, same: { data: 1 }, chart: { display: { "text/plain": "new" } } };

test("a page says what changed, how far, and shows old and new side by side", async () => {
  const page = await renderComparison(book({ a: old, b: old }), book({ a: now, b: old }), {
    better: { loss: "lower" },
  });
  expect(text(page)).toContain("2 notebooks 1 changed 1 the same");
  expect(text(page)).toContain("a loss 0.5 0.3 better −0.2");
  expect(page).toContain("<del>0.5</del>");
  expect(page).not.toContain("<bdi>same</bdi>");
  expect(page.match(/<div class="compared">/g)).toHaveLength(1);
  expect(text(page)).toMatch(/Before chart text\/plain old After chart text\/plain new/);
});

test("notebooks that came and went, and runs that end otherwise, are told", async () => {
  const page = await renderComparison(
    book({ a: old, gone: old }),
    book({ a: old, fresh: old }, { ...ended, exception: true }),
  );
  expect(text(page)).toContain("1 changed 1 new 1 gone");
  expect(text(page)).toContain("a run completed failed");
  expect(text(page)).toContain("fresh run not there failed");
  expect(text(page)).toContain("gone run completed gone");
});

test("a scrap of one book alone is a change", async () => {
  const page = await renderComparison(book({ a: { x: { data: 1 } } }), book({ a: {} }));
  expect(text(page)).toContain("a x 1 none");
});

test("two books that are the same say so", async () => {
  expect(text(await renderComparison(book({ a: old }), book({ a: old })))).toContain(
    "Nothing changed.",
  );
});

test("numbers are told exactly where no format is given, and differ in spelling too", async () => {
  const page = await renderComparison(
    book({ a: { n: { data: 0.1 }, m: { data: 10 } } }),
    book({ a: { n: { data: 0.3 }, m: { data: "10" } } }),
    { format: { n: { style: "percent" } } },
  );
  expect(page).toContain('<span title="0.1">10%</span>');
  expect(text(page)).toContain("+20%");
});

test("wrong arguments are told by name", async () => {
  const fine = book({});
  await expect(renderComparison(fine, Promise.resolve(fine) as never)).rejects.toThrow(
    "renderComparison takes a scrapbook",
  );
  await expect(renderComparison(fine, fine, { baseline: 1 } as never)).rejects.toThrow(
    'renderComparison has no option "baseline"',
  );
});
