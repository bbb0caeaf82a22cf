import { pandas } from "@scrapbook/encoders-pandas";
import { describe, expect, test } from "vitest";
import { runNotebook } from "./run-notebook.ts";

const ran = runNotebook({
  kernel: "deno",
  cells: [
    'import { glue } from "@scrapbook/kernel-io";',
    'await glue("integer", 5); await glue("float", 0.1); await glue("large", 2 ** 40);',
    'await glue("text", "ä\\u2028"); await glue("nothing inside", [null, true, {}]);',
    'await glue("NaN", [NaN, Infinity], { nonFinite: "string" });',
    'await glue("html", { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>x</b>" }) });',
    'await glue("own", Deno.jupyter.html`<i>y</i>`);',
    'await glue("both", { a: 1 }, { display: true });',
    `for (let i = 0; i < 100; i++) void glue(\`order \${i}\`, i, { display: true });
     await glue("order end", true);`,
    `const faults = [];
     for (const value of [NaN, 2n ** 60n, undefined, () => 1, "\\ud800", [[NaN]]]) {
       try { await glue("fault", value); } catch (error) { faults.push(error.message); }
     }
     let deep: unknown = 1;
     for (let i = 0; i < 119; i++) deep = [deep];
     await glue("deep", deep);
     try { await glue("deeper", [deep]); } catch (error) { faults.push(error.code); }
     await glue("faults", faults);`,
    `import { createDataFrame, pandas } from "@scrapbook/encoders-pandas";
     const prices = createDataFrame({ columns: { day: ["Mon", "Tue"], close: [1.5, 2] } });
     await glue("prices", prices, { encoders: [pandas()] });`,
    `import { parseNotebook } from "@scrapbook/core";
     import { reglue, scrapsReport } from "@scrapbook/kernel-io";
     const output = { output_type: "display_data", metadata: {}, data: {
       "application/scrapbook.scrap.json+json": { name: "x", data: 7, encoder: "json", version: 1 } } };
     const other = parseNotebook({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [
       { cell_type: "code", id: "a", source: "", metadata: {}, execution_count: 1, outputs: [output] }] });
     await reglue(other, "x", { newName: "reglued" });`,
    'await glue("with text", 1, { fallback: true })',
  ],
});

describe("a Deno notebook", () => {
  test("runs without an error", () => {
    expect(ran.text).not.toContain('"output_type": "error"');
  });

  test.each([
    ["integer", 5, "int"],
    ["float", 0.1, "float"],
    ["large", 2 ** 40, "int"],
    ["text", "ä\u2028", "str"],
    ["nothing inside", [null, true, {}], "list"],
    ["NaN", ["NaN", "Infinity"], "list"],
    ["order end", true, "bool"],
    ["reglued", 7, "int"],
    ["with text", 1, "int"],
  ])("glues %s for Python and for core", (name, data, type) => {
    expect(ran.scraps[name]).toMatchObject({ data, type });
    expect(ran.read().value(name)).toEqual(data);
  });

  test("glues what is shown", () => {
    expect(ran.scraps.html?.display).toEqual({ "text/html": "<b>x</b>" });
    expect(ran.scraps.own?.display).toEqual({ "text/html": "<i>y</i>" });
    expect(ran.read().scraps.get("html")?.text("text/html")).toBe("<b>x</b>");
  });

  test("glues data and display of one scrap", () => {
    const both = ran.read().scraps.get("both");
    expect(both?.data).toEqual({ a: 1 });
    expect(both?.text("text/plain")).toBe('{"a": 1}');
  });

  test("keeps the order of what is glued without waiting, data and display together", () => {
    const { scraps } = ran.read();
    const names = [...scraps.keys()].filter((name) => /^order \d/.test(name));
    expect(names).toEqual(Array.from({ length: 100 }, (_, i) => `order ${i}`));
    for (const [i, name] of names.entries()) {
      expect(scraps.get(name)).toMatchObject({ data: i });
      expect(scraps.get(name)?.text("text/plain")).toBe(String(i));
    }
  });

  test("glues to the depth that Deno reads, and refuses what it would change", () => {
    const { scraps } = ran.read();
    expect(JSON.stringify(scraps.get("deep")?.data)).toBe(`${"[".repeat(119)}1${"]".repeat(119)}`);
    expect(scraps.value("faults")).toEqual([
      expect.stringContaining("[json-non-finite]"),
      expect.stringContaining("[json-unsupported-value]"),
      expect.stringContaining("[encoder-not-encodable]"),
      expect.stringContaining("[encoder-not-encodable]"),
      expect.stringContaining("[json-lone-surrogate]"),
      expect.stringContaining("(#/0/0)"),
      "json-depth",
    ]);
  });

  test("glues frames that pandas reads", () => {
    expect(ran.scraps.prices).toMatchObject({
      type: "DataFrame",
      data: {
        columns: ["day", "close"],
        data: [
          ["Mon", 1.5],
          ["Tue", 2],
        ],
      },
    });
    const frame = ran
      .read({ encoders: [pandas()] })
      .scraps.get("prices")
      ?.as(pandas);
    expect(frame?.columns).toEqual(["day", "close"]);
  });

  test("shows nothing of its own: a cell's value is undefined", () => {
    expect(ran.text).not.toContain("execute_result");
  });

  test("glues in papermill, which gives it parameters, until a cell fails", () => {
    const { scraps, error, read } = runNotebook({
      kernel: "deno",
      parameters: { ticker: "MSFT", days: 30, weights: [0.5, null] },
      cells: [
        { source: 'let ticker = "AAA"; var days = 1;', tags: ["parameters"] },
        'import { glue } from "@scrapbook/kernel-io"; await glue("given", [ticker, days, weights]);',
        "throw new Error('stop')",
        'await glue("after", 1);',
      ],
    });
    expect(error).toContain("stop");
    expect(scraps.given).toMatchObject({ data: ["MSFT", 30, [0.5, null]], encoder: "json" });
    expect(scraps.after).toBeUndefined();
    expect(read().run.status).toBe("failed");
  });
});
