import { describe, expect, test } from "vitest";
import { codeCell, dataOutput, displayOutput, notebookOf } from "../testing/notebook-text.ts";
import { parseNotebook } from "./parse-notebook.ts";

const counted = (count: string, papermill = "{}") =>
  codeCell([])
    .replace('"execution_count": 1', `"execution_count": ${count}`)
    .replace('"metadata": {}', `"metadata": {"papermill": ${papermill}}`);
const cells = [
  codeCell([
    dataOutput("b", "1"),
    dataOutput("B", "2"),
    displayOutput("c"),
    dataOutput("u", "1", "x"),
  ]),
  counted("null"),
  counted("7", '{"duration": 2}'),
  counted("1.0"),
  counted("[1]"),
];
const parameters = '{"papermill": {"parameters": {"z": 1, "a": [2], "__proto__": 3}}}';
const notebook = parseNotebook(notebookOf(cells, parameters), { source: "/out/AAA.ipynb" });

describe("a notebook's tables", () => {
  test("have a row of metrics per executed cell", () => {
    expect(notebook.metrics.columns).toEqual(["filename", "cell", "value", "type"]);
    expect(notebook.metrics.rows().map(({ cell, value }) => [cell, value])).toEqual([
      ["Out [1]", 0],
      ["Out [7]", 2],
      ["Out [1.0]", 0],
      ["Out [[1]]", 0],
    ]);
    expect(notebook.metrics.rows()[0]).toMatchObject({ filename: "AAA.ipynb", type: "time (s)" });
  });

  test("have a row per parameter, sorted by name", () => {
    const { columns, length } = notebook.parameterDataframe;
    expect([columns, length]).toEqual([["name", "value", "type", "filename"], 3]);
    expect(notebook.parameterDataframe.rows()).toEqual([
      { name: "__proto__", value: 3, type: "parameter", filename: "AAA.ipynb" },
      { name: "a", value: [2], type: "parameter", filename: "AAA.ipynb" },
      { name: "z", value: 1, type: "parameter", filename: "AAA.ipynb" },
    ]);
  });

  test("have a row per scrap, in order", () => {
    const { columns, length } = notebook.scrapDataframe;
    expect(columns).toEqual(["name", "data", "encoder", "display", "filename"]);
    expect(length).toBe(4);
    const rows = notebook.scrapDataframe.rows();
    expect(rows.map(({ name, data }) => [name, data])).toEqual([
      ["b", 1],
      ["B", 2],
      ["c", undefined],
      ["u", undefined],
    ]);
    expect(rows[0]?.filename).toBe("AAA.ipynb");
  });

  test("have a row per data scrap, sorted by name", () => {
    const rows = notebook.papermillRecordDataframe.rows();
    expect(rows.map(({ name, value, type }) => [name, value, type])).toEqual([
      ["B", 2, "record"],
      ["b", 1, "record"],
      ["u", undefined, "record"],
    ]);
  });

  test("have the parameters before the records", () => {
    const { columns, length } = notebook.papermillDataframe;
    expect([columns, length]).toEqual([["name", "value", "type", "filename"], 6]);
    expect(notebook.papermillDataframe.rows().map(({ name }) => name)).toEqual([
      "__proto__",
      "a",
      "z",
      "B",
      "b",
      "u",
    ]);
  });
});

describe("a notebook's name", () => {
  const names: [source: string | undefined, directory: string, filename: string][] = [
    ["/out/AAA.ipynb", "/out", "AAA.ipynb"],
    ["AAA.ipynb", "", "AAA.ipynb"],
    ["a/b/c.ipynb", "a/b", "c.ipynb"],
    ["C:\\a\\b.ipynb", "C:\\a", "b.ipynb"],
    ["a\nb/c\nd.ipynb", "a\nb", "c\nd.ipynb"],
    [undefined, "", ""],
  ];
  for (const [source, directory, filename] of names) {
    test(`${JSON.stringify(source)} has the filename ${JSON.stringify(filename)}`, () => {
      const named = parseNotebook(notebookOf([]), { source });
      expect([named.source, named.directory, named.filename]).toEqual([
        source,
        directory,
        filename,
      ]);
    });
  }
});

test("a notebook's metadata is given as it stands, and is the same each time", () => {
  const { metadata } = notebook;
  expect(metadata).toEqual(JSON.parse(parameters));
  expect(notebook.metadata).toBe(metadata);
});

test("an integer in the metadata that is too long is reported with its file", () => {
  const long = parseNotebook(notebookOf([], `{"a": ${"1".repeat(4_301)}}`), { source: "a.ipynb" });
  expect(() => long.metadata).toThrow("a.ipynb");
  expect(long.scraps.size).toBe(0);
});
