import { Scrapbook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { renderReport } from "../report.ts";

const ended = { start_time: "2026-11-23T01:00:00", end_time: "2026-11-23T01:01:00" };
const good = notebookOf(
  { distance: { data: 1 }, chart: { display: { "text/plain": "x" } } },
  { papermill: { ...ended, parameters: { symbol: "AAA" } } },
);
const failed = notebookOf({}, { papermill: { ...ended, exception: true } });

test.each([
  [
    { columns: ["distanc"] },
    'columns of renderReport names "distanc", and no notebook has it. Did you mean "distance"?',
  ],
  [
    { charts: ["figure"] },
    'names "figure", and no notebook has it: expected "distance" or "chart".',
  ],
  [{ columns: ["symbol"] }, 'names "symbol"'],
  [{ columns: ["symbo"], parameters: true }, 'Did you mean "symbol"?'],
])("a name that no notebook has is an error (%#)", async (options, message) => {
  const book = new Scrapbook([
    ["a", failed],
    ["b", good],
  ]);
  await expect(renderReport(book, options)).rejects.toThrow(message);
});

test("a name that one notebook has is a column, empty for the others", async () => {
  const book = new Scrapbook([
    ["a", failed],
    ["b", good],
  ]);
  const page = await renderReport(book, {
    columns: ["distance", "symbol"],
    parameters: true,
    charts: ["chart"],
  });
  expect(page).toContain("<bdi>distance</bdi>");
});

test.each([
  ["of which every run failed", new Scrapbook([["a", failed]])],
  ["without notebooks", new Scrapbook()],
])("a scrapbook %s may lack any name", async (_what, book) => {
  await expect(renderReport(book, { columns: ["distance"], charts: ["chart"] })).resolves.toContain(
    "<html",
  );
});
