import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import {
  codeCell,
  dataOutput,
  displayOutput,
  notebookOf,
  notebookText,
} from "../testing/notebook-text.ts";

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
    for (const change of [
      () => (scraps as unknown as Map<string, unknown>).set("a", 1),
      () => (scraps as unknown as Map<string, unknown>).delete("a"),
      () => (scraps as unknown as Map<string, unknown>).clear(),
    ]) {
      expect(change).toThrow("What was read cannot be changed. edit plans changes");
    }
    expect(scraps.size).toBe(2);
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

  const fitting = z.object({ symbol: z.string(), distance: z.number() });
  const wrong = z.object({ symbol: z.number(), distance: z.string() });
  const slow = fitting.refine(async () => true);

  test("gives what the schema gives, typed, at once", () => {
    const { symbol, distance } = notebook.scraps.parse(fitting);
    expect([symbol.length, distance.toFixed(1)]).toEqual([3, "0.1"]);
  });

  test("throws every issue with its name, and keeps them", () => {
    expect(() => notebook.scraps.parse(wrong)).toThrow(
      /\[notebook-scraps-invalid\] .*\(a\.ipynb\).*symbol: .*; distance: /,
    );
    const result = notebook.scraps.safeParse(wrong);
    expect(result.ok || result.error.issues.map(({ path }) => path)).toEqual([
      ["symbol"],
      ["distance"],
    ]);
    expect(notebook.scraps.safeParse(fitting)).toEqual({
      ok: true,
      value: { symbol: "AAA", distance: 0.1 },
    });
  });

  test("says why data is not there where it does not decode", () => {
    expect(() => notebook.scraps.parse(z.object({ prices: z.unknown().refine(Boolean) }))).toThrow(
      "encoder-unknown",
    );
  });

  test("waits for a schema that is asynchronous only where it is asked to", async () => {
    expect(() => notebook.scraps.parse(slow)).toThrow("Use await scraps.parseAsync(schema)");
    await expect(notebook.scraps.parseAsync(slow)).resolves.toMatchObject({ symbol: "AAA" });
    await expect(notebook.scraps.parseAsync(wrong)).rejects.toThrow("notebook-scraps-invalid");
  });

  test.each([undefined, 7, {}, () => true])("refuses what is no schema (%#)", (schema) => {
    expect(() => notebook.scraps.parse(schema as never)).toThrow(
      "[usage-argument] This is no schema: got",
    );
  });

  test("reads paths in both forms that schema libraries use", () => {
    const failing = (path: readonly (string | { key: string })[] | undefined) => ({
      "~standard": {
        version: 1 as const,
        vendor: "test",
        validate: () => ({ issues: [{ message: "bad", path }] }),
      },
    });
    expect(() => notebook.scraps.parse(failing([{ key: "a" }, "b"]))).toThrow("a.b: bad");
    expect(() => notebook.scraps.parse(failing(undefined))).toThrow("scraps: bad");
  });
});

describe("a value", () => {
  const notebook = parseNotebook(
    notebookText([dataOutput("distance", "0.1"), dataOutput("n", '"null"'), displayOutput("c")]),
    { source: "a.ipynb" },
  );

  test("is what the caller says it is", () => {
    expect(notebook.value<number>("distance").toFixed(2)).toBe("0.10");
  });

  test("is what a schema makes of it", () => {
    const distance: number = notebook.value("distance", z.number());
    const text: string = notebook.value("distance", { schema: z.number().transform(String) });
    expect([distance, text]).toEqual([0.1, "0.1"]);
  });

  test("that does not fit its schema is an error with its name and the issues", () => {
    const read = () => notebook.value("distance", z.string());
    expect(read).toThrow(
      /^\[notebook-scraps-invalid\] The scrap "distance" does not fit the schema \(a\.ipynb\): got distance: /,
    );
    expect(read).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ["distance"] })] }),
    );
  });

  test("is a default where there is no scrap, or no data", () => {
    const { scraps } = notebook;
    expect(scraps.value("missing", { default: 7 })).toBe(7);
    expect(scraps.value("c", { default: 7 })).toBe(7);
    expect(scraps.value("distance", { default: 7 })).toBe(0.1);
    expect(scraps.value("n", { default: 7 })).toBe(null);
    expect(scraps.value("missing", { schema: z.number(), default: 7 })).toBe(7);
    expect(() => scraps.value("missing", { default: undefined })).toThrow("notebook-scrap-missing");
  });

  test("is not read with options that do not exist", () => {
    expect(() => notebook.value("distance", { defualt: 7 } as never)).toThrow(
      'value has no option "defualt". Did you mean "default"?',
    );
    expect(() => notebook.value("distance", 7 as never)).toThrow("usage-argument");
  });

  test("that is missing after a failed run is said to be, with the cell that failed", () => {
    const error = `{"output_type": "error", "ename": "ValueError", "evalue": "secret", "traceback": []}`;
    const failed = parseNotebook(
      notebookOf(
        [
          codeCell([dataOutput("a", "1")]),
          codeCell([error], ', "metadata": {"papermill": {"exception": true, "status": "failed"}}'),
        ],
        '{"papermill": {"exception": true, "start_time": "x", "end_time": "y"}}',
      ),
    );
    expect(() => failed.value("distance")).toThrow(
      '[notebook-scrap-missing] No scrap is called "distance": expected "a". The run failed in cell 1: see notebook.run.failedCell.',
    );
  });
});

test.each(["pandas", undefined, {}, 7])("a scrap is read as no other thing (%#)", (token) => {
  const { scraps } = parseNotebook(notebookText([dataOutput("x", "1", "pandas")]));
  expect(() => scraps.get("x")?.as(token as never)).toThrow(
    'not written by that encoder (#/cells/0/outputs/0/data/application~1scrapbook.scrap.json+json): got encoder "pandas", expected an encoder, such as pandas.',
  );
});
