import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { renderSummary } from "./summary.ts";

const text = (markup: { toString(): string }) => markup.toString().replace(/<[^>]*>/g, "");

test("one notebook is told in the singular, and what is nought is not told", () => {
  expect(text(renderSummary([readEntry("a", notebookOf({}), 0)], 0))).toBe("1 notebook");
});

test("what needs a look is counted", () => {
  const notebooks = [
    notebookOf({}, { papermill: { exception: true } }),
    notebookOf({ bad: { data: null } }),
    notebookOf({}, { papermill: { start_time: "x", end_time: "y" } }),
  ];
  const entries = notebooks.map((notebook, i) => readEntry(`${i}`, notebook, i));
  expect(text(renderSummary(entries, 2))).toBe(
    "3 notebooks 1 completed 1 failed 1 with problems 2 could not be read",
  );
});
