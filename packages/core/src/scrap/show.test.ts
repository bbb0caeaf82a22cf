import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { Scrapbook } from "../scrapbook/scrapbook.ts";
import { codeCell, dataOutput, displayOutput, notebookOf } from "../testing/notebook-text.ts";

const long = Array.from({ length: 1_000 }, (_, i) => i);
const outputs = [
  dataOutput("distance", "0.1"),
  dataOutput("big", "[12345678901234567890]"),
  dataOutput("list", JSON.stringify(long)),
  dataOutput("prices", '"x"', "pandas"),
  displayOutput("chart"),
  dataOutput("__proto__", "1"),
];
const notebook = parseNotebook(
  notebookOf([codeCell(outputs)], '{"papermill": {"parameters": {"symbol": "AAA"}}}'),
  { source: "AAA.ipynb" },
);
const book = new Scrapbook([["AAA", notebook]]);
const shown = (value: unknown) => inspect(value, { colors: false });

describe("a console shows", () => {
  test("a notebook with its run, its parameters and its scraps", () => {
    expect(shown(notebook)).toBe(
      [
        "Notebook {",
        "  source: 'AAA.ipynb',",
        "  run: 'none',",
        "  parameters: { symbol: 'AAA' },",
        "  scraps: Scraps(6) [Map] {",
        "    'distance' => Scrap { encoder: 'json', data: 0.1 },",
        "    'big' => Scrap { encoder: 'json', data: [Array] },",
        "    'list' => Scrap { encoder: 'json', data: [Array] },",
        "    'prices' => Scrap { encoder: 'pandas', error: 'encoder-unknown' },",
        "    'chart' => Scrap { encoder: 'display', shownAs: 'text/plain' },",
        "    '__proto__' => Scrap { encoder: 'json', data: 1 }",
        "  }",
        "}",
      ].join("\n"),
    );
  });

  test("a scrap with its value, of a long one the beginning", () => {
    expect(shown(notebook.scraps.get("distance"))).toBe("Scrap { encoder: 'json', data: 0.1 }");
    expect(shown(notebook.scraps.get("list"))).toMatch(/0, 1, .*\.\.\. 992 more items/s);
  });

  test("a scrapbook with a few lines for each notebook", () => {
    expect(shown(book)).toMatch(
      /^Scrapbook\(1\) \[Map\] \{\n {2}'AAA' => Notebook \{\n {4}source: 'AAA\.ipynb',\n {4}run: 'none',\n.*scraps: 'distance, big, list, prices, chart, __proto__'/s,
    );
  });

  test("how many problems a notebook has", () => {
    const bad = parseNotebook(notebookOf([codeCell(["7"])]), { strict: false });
    expect(shown(bad)).toContain("problems: 1");
    expect(shown(parseNotebook(notebookOf([codeCell(["7"])])))).toContain("problems: 1");
  });

  test("the rows of a table", () => {
    expect(shown(book.table(["distance"]))).toBe("[ { key: 'AAA', distance: 0.1 } ]");
  });
});

describe("JSON.stringify gives", () => {
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  const values = { distance: 0.1, big: ["12345678901234567890"], list: long, ["__proto__"]: 1 };

  test("the values of scraps, big integers as text, without what does not decode", () => {
    expect(json(notebook.scraps)).toEqual(values);
    expect(Object.keys(json(notebook.scraps))).toContain("__proto__");
    expect(json([...notebook.scraps.values()].slice(0, 2))).toEqual([0.1, values.big]);
  });

  test("a notebook's values with its run, and a scrapbook's by key", () => {
    const whole = {
      ...{ source: "AAA.ipynb", run: "none", parameters: { symbol: "AAA" } },
      scraps: values,
    };
    expect(json(notebook)).toEqual(whole);
    expect(json(book)).toEqual({ AAA: whole });
    expect(json(book.notebookScraps)).toEqual({ AAA: values });
  });

  test("the rows of a table", () => {
    expect(json(book.table(["big"]))).toEqual([{ key: "AAA", big: values.big }]);
  });
});

describe("structuredClone gives", () => {
  test("a map of scraps with their values, or why they do not decode", () => {
    const copy = structuredClone(notebook.scraps);
    expect([...copy.keys()]).toEqual([...notebook.scraps.keys()]);
    expect(copy.get("big")?.result).toEqual({ ok: true, value: [12345678901234567890n] });
    expect(copy.get("prices")?.result).toMatchObject({ ok: false, error: expect.any(Error) });
  });

  test("the rows of a table", () => {
    expect(structuredClone(book.table(["big"]))).toEqual([
      { key: "AAA", big: [12345678901234567890n] },
    ]);
  });
});

describe("a table", () => {
  test("is iterated by its rows, and cannot be changed", () => {
    const table = book.table(["distance"]);
    expect(Array.from(table, ({ distance }) => distance)).toEqual([0.1]);
    table.rows().pop();
    Object.assign(table.rows()[0] ?? {}, { distance: 7 });
    expect(() => (table as unknown as unknown[]).push(1)).toThrow(TypeError);
    expect(table.rows()).toEqual([{ key: "AAA", distance: 0.1 }]);
  });
});

test("scraps become an object of values", () => {
  expect(notebook.scraps.toObject()).toMatchObject({ distance: 0.1, list: long });
  expect(Object.keys(notebook.scraps.toObject())).not.toContain("prices");
});
