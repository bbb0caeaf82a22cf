import { describe, expect, test } from "vitest";
import { ScrapbookError } from "../error/error.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { codeCell, dataOutput, displayOutput, notebookOf } from "../testing/notebook-text.ts";
import { Scrapbook } from "./scrapbook.ts";

const notebook = (outputs: string[], parameters = "{}") =>
  parseNotebook(notebookOf([codeCell(outputs)], `{"papermill": {"parameters": ${parameters}}}`), {
    source: "n.ipynb",
    strict: false,
  });
const book = new Scrapbook([
  ["b", notebook([dataOutput("x", "1"), dataOutput("y", "[2]")], '{"p": 1, "x": 0}')],
  [
    "a",
    notebook(
      [dataOutput("z", '"text"', "text"), dataOutput("x", "3"), displayOutput("c")],
      '{"q": 2}',
    ),
  ],
  ["u", notebook([dataOutput("x", "1", "arrow"), "7", dataOutput("n", '"null"')])],
]);

describe("a scrapbook", () => {
  test("keeps its order, and merges scraps by the last value at the first place", () => {
    expect([...book.keys()]).toEqual(["b", "a", "u"]);
    expect([...book.scraps.keys()]).toEqual(["x", "y", "z", "c", "n"]);
    expect(book.scraps.get("x")?.encoder).toBe("arrow");
    expect(book.notebookScraps.get("a")?.value("x")).toBe(3);
    expect([...book.notebookScraps.keys()]).toEqual(["b", "a", "u"]);
  });

  test("tells which notebooks have problems", () => {
    expect([...book.problems.keys()]).toEqual(["u"]);
    expect(book.problems.get("u")).toMatchObject([{ path: "/cells/0/outputs/1" }]);
  });

  test("without notebooks has empty views", () => {
    const empty = new Scrapbook();
    expect([empty.size, empty.scraps.size, empty.errors.size]).toEqual([0, 0, 0]);
    expect(empty.table()).toMatchObject({ columns: ["key"], length: 0 });
    expect(empty.metrics.rows()).toEqual([]);
  });

  test("carries the errors of notebooks that could not be read", () => {
    const error = new ScrapbookError("json-empty", { what: "x" });
    expect(new Scrapbook([], [["k", error]]).errors.get("k")).toBe(error);
  });
});

describe("a scrapbook's table", () => {
  test("has a row per notebook and a column per scalar scrap", () => {
    const table = book.table();
    expect(table.columns).toEqual(["key", "x", "z", "n"]);
    expect(table.length).toBe(3);
    expect(table.rows()).toEqual([
      { key: "b", x: 1 },
      { key: "a", x: 3, z: "text" },
      { key: "u", n: null },
    ]);
  });

  test("has the columns that were asked for, objects too", () => {
    const table = book.table(["y", "c"]);
    expect(table.columns).toEqual(["key", "y", "c"]);
    expect(table.rows()).toEqual([{ key: "b", y: [2] }, { key: "a" }, { key: "u" }]);
  });

  test("is refused for a column that no notebook has, naming near ones", () => {
    expect(() => book.table(["x", "zz"])).toThrow(
      '[usage-argument] A column of the table names "zz", and no notebook has it. Did you mean "z"?',
    );
    expect(() => book.table(["quality"])).toThrow('expected "x", "y", "z", "c", "n" or "key"');
    expect(() => book.table(["p"])).toThrow("usage-argument");
    expect(book.table(["p"], { parameters: true }).columns).toContain("p");
    expect(new Scrapbook().table(["zz"]).length).toBe(0);
  });

  test("may lack any column where no run came to its end", () => {
    const failed = parseNotebook(notebookOf([], '{"papermill": {"exception": true}}'));
    const table = (...runs: (typeof failed)[]) =>
      new Scrapbook(runs.map((run, i) => [`run ${i}`, run])).table(["x"]);
    expect(table(failed, failed).rows()).toEqual([{ key: "run 0" }, { key: "run 1" }]);
    expect(() => table(failed, notebook([]))).toThrow("usage-argument");
  });

  test("takes a list of names, and no options that do not exist", () => {
    expect(() => book.table("x" as never)).toThrow('got "x", expected names of scraps');
    expect(() => book.table(["x"], { params: true } as never)).toThrow(
      'book.table has no option "params". There are: parameters, run.',
    );
  });

  test("has how each run went, where that is asked for", () => {
    const papermill = '{"start_time": "a", "end_time": "b", "duration": 2.5}';
    const ran = parseNotebook(
      notebookOf([codeCell([dataOutput("x", "1")])], `{"papermill": ${papermill}}`),
    );
    const table = new Scrapbook([
      ["ran", ran],
      ["not", notebook([dataOutput("run.status", '"mine"')])],
    ]).table(undefined, { run: true });
    expect(table.columns).toEqual(["key", "run.status", "run.duration", "x"]);
    expect(table.rows()).toEqual([
      { key: "ran", "run.status": "completed", "run.duration": 2.5, x: 1 },
      { key: "not", "run.status": "none" },
    ]);
  });

  test("has parameters before scraps, a scrap winning over a parameter of its name", () => {
    const table = book.table(["x"], { parameters: true });
    expect(table.columns).toEqual(["key", "p", "x", "q"]);
    expect(table.rows()).toEqual([
      { key: "b", p: 1, x: 1 },
      { key: "a", x: 3, q: 2 },
      { key: "u" },
    ]);
  });

  test("keeps the notebook's key in the column key, whatever scraps are called", () => {
    const odd = new Scrapbook([["a", notebook([dataOutput("key", "1")], '{"key": 2}')]]);
    expect(odd.table(["key"], { parameters: true })).toMatchObject({ columns: ["key"] });
    expect(odd.table().rows()).toEqual([{ key: "a" }]);
  });

  test("has a scrap named __proto__ as a member like any other", () => {
    const odd = new Scrapbook([["a", notebook([dataOutput("__proto__", "1")])]]);
    expect(Object.entries(odd.table().rows()[0] ?? {})).toEqual([
      ["key", "a"],
      ["__proto__", 1],
    ]);
  });
});

test("a scrapbook is filtered and mapped in its order", () => {
  const error = new ScrapbookError("json-empty", { what: "x" });
  const some = new Scrapbook(book, [["k", error]]).filter(({ scraps }, key) => {
    return scraps.has("x") && key !== "a";
  });
  expect([...some.keys()]).toEqual(["b", "u"]);
  expect(some.errors.get("k")).toBe(error);
  expect(book.map(({ scraps }, key) => `${key}${scraps.size}`)).toEqual(["b2", "a3", "u2"]);
});

describe("a scrapbook's long tables", () => {
  test("are the notebooks' with their keys", () => {
    expect(book.metrics.columns).toEqual(["filename", "cell", "value", "type", "key"]);
    expect(book.metrics.rows().map(({ key }) => key)).toEqual(["b", "a", "u"]);
    expect(book.metrics.length).toBe(3);
    expect(book.parameterDataframe.rows().map(({ name, key }) => `${key}.${name}`)).toEqual([
      "b.p",
      "b.x",
      "a.q",
    ]);
    expect(book.scrapDataframe).toMatchObject({ length: 7 });
    expect(book.papermillRecordDataframe.rows().map(({ name, key }) => `${key}.${name}`)).toEqual([
      "b.x",
      "b.y",
      "a.x",
      "a.z",
      "u.x",
    ]);
    expect(book.papermillDataframe.rows().map(({ name, key }) => `${key}.${name}`)).toEqual([
      "b.p",
      "b.x",
      "b.x",
      "b.y",
      "a.q",
      "a.x",
      "a.z",
      "u.x",
    ]);
  });
});

test("a scrapbook refuses a second notebook under a key", () => {
  const [[, notebook] = []] = book;
  const twice = ["x", notebook as Notebook] as const;
  expect(() => new Scrapbook([twice, twice])).toThrow(
    '[usage-duplicate-key] Two notebooks have the key "x"',
  );
});

test("a scrapbook gives what it made again", () => {
  for (const made of [
    () => book.scraps,
    () => book.notebookScraps,
    () => book.problems,
    () => book.metrics,
    () => book.scrapDataframe,
    () => book.parameterDataframe,
    () => book.papermillDataframe,
    () => book.papermillRecordDataframe,
  ]) {
    expect(made()).toBe(made());
  }
});

test.each([
  [{ a: [...book][0]?.[1] }, "got an object"],
  [[...book.values()], "got a list, expected pairs of a key and a notebook"],
  [["ab"], "got a list"],
  [[["a", {}]], "got a list"],
  [null, "got null"],
])("a scrapbook is not made of other things (%#)", (notebooks, message) => {
  expect(() => new Scrapbook(notebooks as never)).toThrow("[usage-argument] A scrapbook is not");
  expect(() => new Scrapbook(notebooks as never)).toThrow(message);
});

test("a scrapbook is filtered and mapped by functions", () => {
  expect(() => book.filter("a" as never)).toThrow('book.filter takes a function: got "a"');
  expect(() => book.map(undefined as never)).toThrow("book.map takes a function: got undefined");
});
