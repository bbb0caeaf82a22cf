import { expect, test } from "vitest";
import { notebookOf } from "../test/notebook.ts";
import { mostScraps, readEntry } from "./entry.ts";

test("an entry holds what the report shows", () => {
  const notebook = notebookOf(
    { a: { data: 1 } },
    { papermill: { start_time: "2026-01-01T00:00:00", parameters: { n: 2 } } },
  );
  expect(readEntry("key", notebook, 4)).toMatchObject({
    key: "key",
    anchor: "notebook-5",
    parameters: { n: 2 },
    scrapCount: 1,
    problems: [],
    run: { status: "partial" },
  });
});

test("a strict notebook with a bad scrap is a problem, not an exception", () => {
  const notebook = notebookOf(
    { good: { data: 1 }, bad: { data: null } },
    { options: { strict: true } },
  );
  const { scraps, problems } = readEntry("key", notebook, 0);
  expect(scraps.size).toBe(0);
  expect(problems.map(({ code }) => code)).toEqual(["payload-member-type"]);
});

test("a lenient one shows its good scraps and its problems", () => {
  const notebook = notebookOf({ good: { data: 1 }, bad: { data: null } });
  const { scraps, problems } = readEntry("key", notebook, 0);
  expect([...scraps.keys()]).toEqual(["good"]);
  expect(problems).toHaveLength(1);
});

test("metadata of papermill that is none is a problem, once", () => {
  const { problems, parameters } = readEntry("key", notebookOf({}, { papermill: 1 }), 0);
  expect(parameters).toEqual({});
  expect(problems.map(({ code }) => code)).toEqual(["notebook-member-type"]);
});

test("the cell that failed is named as Jupyter shows it", () => {
  const failed = {
    cell_type: "code",
    metadata: { papermill: { exception: true, status: "failed" } },
    source: "",
    execution_count: 7,
    outputs: [{ output_type: "error", ename: "ValueError", evalue: "no", traceback: [] }],
  };
  const notebook = notebookOf({}, { papermill: { exception: true }, cells: [failed] });
  expect(readEntry("key", notebook, 0).failedPrompt).toBe("In [7]");
});

test("of very many scraps the first are read, and all counted", () => {
  const names = Array.from({ length: 2_000 }, (_, i) => [`s${i}`, { data: i }] as const);
  const entry = readEntry("key", notebookOf(names), 0);
  expect([entry.scraps.size, entry.scrapCount]).toEqual([mostScraps, 2_000]);
});
