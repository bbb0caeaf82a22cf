import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { dataOutput, displayOutput, notebookText } from "../testing/notebook-text.ts";

const names = ["__proto__", "10", "2", "constructor", "", "a/b", "😀", "toString"];

describe("scraps", () => {
  test("keep the notebook's order, whatever the names", () => {
    const { scraps } = parseNotebook(
      notebookText(names.map((name, i) => dataOutput(name, `${i}`))),
    );
    expect([...scraps.keys()]).toEqual(names);
    expect(names.map((name) => scraps.value(name))).toEqual(names.map((_, i) => i));
    expect(scraps.size).toBe(names.length);
    expect(scraps.has("hasOwnProperty")).toBe(false);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("are a map that can be read in every way and changed in none", () => {
    const { scraps } = parseNotebook(notebookText([dataOutput("a", "1"), dataOutput("b", "2")]));
    const seen: unknown[] = [];
    scraps.forEach(function (this: unknown, scrap, name, map) {
      seen.push([name, scrap.data, map === scraps, this]);
    }, "this");
    expect(seen).toEqual([
      ["a", 1, true, "this"],
      ["b", 2, true, "this"],
    ]);
    expect([...scraps.entries()].map(([name]) => name)).toEqual(["a", "b"]);
    expect([...scraps.values()].map(({ name }) => name)).toEqual(["a", "b"]);
    expect("set" in scraps).toBe(false);
  });

  test("have views of those with data and of those that are shown", () => {
    const outputs = [
      dataOutput("a", "1"),
      displayOutput("a"),
      displayOutput("b"),
      dataOutput("n", '"null"'),
      dataOutput("u", "1", "arrow"),
    ];
    const { scraps } = parseNotebook(notebookText(outputs));
    expect([...scraps.data.keys()]).toEqual(["a", "u"]);
    expect([...scraps.display.keys()]).toEqual(["a", "b"]);
  });

  test("make a table that leaves out what does not decode", () => {
    const { dataframe } = parseNotebook(
      notebookText([dataOutput("a", "1"), dataOutput("u", "1", "arrow")]),
    ).scraps;
    expect(dataframe.columns).toEqual(["name", "data", "encoder", "display"]);
    expect(dataframe.length).toBe(2);
    expect(dataframe.rows()).toEqual([
      { name: "a", data: 1, encoder: "json", display: undefined },
      { name: "u", data: undefined, encoder: "arrow", display: undefined },
    ]);
  });

  test("suggest near names for one that is missing", () => {
    const { scraps } = parseNotebook(
      notebookText([dataOutput("distance", "1"), dataOutput("symbol", "2")]),
      { source: "a.ipynb" },
    );
    expect(() => scraps.value("distanc")).toThrow(
      '[notebook-scrap-missing] No scrap is called "distanc" (a.ipynb). Did you mean "distance"?',
    );
    expect(() => scraps.value("zzz")).toThrow('expected "distance" or "symbol"');
    expect(() => parseNotebook(notebookText()).value("x")).toThrow("It holds no scraps.");
  });
});

describe("scraps.parse", () => {
  const notebook = parseNotebook(
    notebookText([
      dataOutput("symbol", '"AAA"', "text"),
      dataOutput("distance", "0.1"),
      dataOutput("prices", '"x"', "pandas"),
      displayOutput("chart"),
    ]),
    { source: "a.ipynb" },
  );

  test("gives what the schema gives, typed", async () => {
    const schema = z.object({ symbol: z.string(), distance: z.number() });
    const { symbol, distance } = await notebook.scraps.parse(schema);
    expect([symbol.length, distance.toFixed(1)]).toEqual([3, "0.1"]);
  });

  test("rejects with every issue and its name", async () => {
    const schema = z.object({ symbol: z.number(), distance: z.string() });
    await expect(notebook.scraps.parse(schema)).rejects.toThrow(
      /\[notebook-scraps-invalid\] .*\(a\.ipynb\).*symbol: .*; distance: /,
    );
  });

  test("says why data is not there where it does not decode", async () => {
    await expect(
      notebook.scraps.parse(z.object({ prices: z.unknown().refine(Boolean) })),
    ).rejects.toThrow("encoder-unknown");
  });

  test("reads paths in both forms that schema libraries use", async () => {
    const failing = (path: readonly (string | { key: string })[] | undefined) => ({
      "~standard": {
        version: 1 as const,
        vendor: "test",
        validate: () => ({ issues: [{ message: "bad", path }] }),
      },
    });
    await expect(notebook.scraps.parse(failing([{ key: "a" }, "b"]))).rejects.toThrow("a.b: bad");
    await expect(notebook.scraps.parse(failing(undefined))).rejects.toThrow("scraps: bad");
  });
});
