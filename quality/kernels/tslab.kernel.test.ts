import { describe, expect, test } from "vitest";
import { runNotebook } from "./run-notebook.ts";

const kernels = ["tslab", "jslab"] as const;

describe.each(kernels)("a %s notebook", (kernel) => {
  const ran = runNotebook({
    kernel,
    cells: [
      'import { glue } from "@scrapbook/kernel-io";',
      'await glue("integer", 5); await glue("text", "ä");',
      'await glue("both", [1, 2.5], { display: true });',
      'await glue("html", { data: { "text/html": "<b>x</b>" }, metadata: { isolated: true } }, { encoder: "display" });',
      'await glue("with text", 1, { fallback: true });',
      'await glue("long", "x".repeat(3e6)); await glue("after", true);',
      'glue("not awaited", 1).then(() => undefined); undefined',
      `let code = "";
       try { await glue("x", [2n ** 60n]); } catch (error) { code = (error as any).message; }
       await glue("refused", code);`.replace(kernel === "jslab" ? " as any" : "\0", ""),
    ],
  });

  test.each([
    ["integer", 5, "int"],
    ["text", "ä", "str"],
    ["with text", 1, "int"],
    ["after", true, "bool"],
    ["not awaited", 1, "int"],
  ])("glues %s for Python and for core", (name, data, type) => {
    expect(ran.scraps[name]).toMatchObject({ data, type });
    expect(ran.read().value(name)).toEqual(data);
  });

  test("glues what is shown, with its metadata", () => {
    expect(ran.scraps.html?.display).toEqual({ "text/html": "<b>x</b>" });
    expect(ran.read().scraps.get("html")?.display?.metadata).toMatchObject({ isolated: true });
    expect(ran.read().scraps.get("both")).toMatchObject({ data: [1, 2.5] });
    expect(ran.read().scraps.get("both")?.text("text/plain")).toBe("[1, 2.5]");
  });

  test("glues large values", () => {
    expect(ran.read().value("long")).toHaveLength(3e6);
  });

  test("refuses what its JSON would change", () => {
    expect(ran.read().value("refused")).toContain("[json-unsupported-value]");
    expect(ran.read().value("refused")).toContain("(#/0)");
  });

  test("finds the package's types: no cell prints a diagnostic", () => {
    expect(ran.text).not.toContain('"stream"');
  });

  test("glues in papermill, which gives it parameters", () => {
    const { error, scraps, read } = runNotebook({
      kernel,
      parameters: { ticker: "MSFT", days: 30, weights: [0.5, null] },
      cells: [
        { source: 'let ticker = "AAA"; const days = 1;', tags: ["parameters"] },
        'import { glue } from "@scrapbook/kernel-io"; await glue("given", [ticker, days, weights]);',
        "throw new Error('stop')",
      ],
    });
    // tslab prints what went wrong, and says no more than that something did.
    expect(error).toContain("Exception encountered");
    expect(scraps.given).toMatchObject({ data: ["MSFT", 30, [0.5, null]] });
    expect(read().run.status).toBe("failed");
  });
});
