import { pandas } from "@scrapbook/encoders-pandas";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { runNotebook } from "./run-notebook.ts";

const path = JSON.stringify(`${root}examples/tickers-deno/notebooks/AAA.ipynb`);
const kernels = [
  { kernel: "deno", text: `Deno.readTextFileSync(${path})` },
  { kernel: "tslab", text: `require("fs").readFileSync(${path}, "utf8")` },
] as const;

describe.each(kernels)("reglue and scrapsReport in $kernel", ({ kernel, text }) => {
  const ran = runNotebook({
    kernel,
    cells: [
      'import { parseNotebook, Scrapbook } from "@scrapbook/core";',
      'import { glue, reglue, scrapsReport } from "@scrapbook/kernel-io";',
      `const notebook = parseNotebook(${text});`,
      'await reglue(notebook, "length");',
      'await reglue(notebook, "length", { newName: "length2" });',
      'await reglue(notebook, "chart"); await reglue(notebook, "chart", { newName: "chart2" });',
      'await reglue(notebook, "chart", { unattached: true });',
      'await reglue(notebook, "prices");',
      'await reglue(notebook, "none", { raiseOnMissing: false });',
      'let told = ""; try { await reglue(notebook, "lenght"); } catch (error) { told = String(error); } await glue("told", told);',
      'await scrapsReport(new Scrapbook([["AAA", notebook]]));',
      'await scrapsReport(new Scrapbook([["AAA", notebook]]), { scrapNames: ["length"], includeData: true, headers: false });',
    ],
  });
  const { cells } = JSON.parse(ran.text) as {
    readonly cells: readonly { readonly outputs: readonly { readonly data?: object }[] }[];
  };
  const shownBy = (index: number) =>
    cells[index]?.outputs.map(({ data }) => Object.keys(data ?? {}));

  test("copies data under its own name and a new one", () => {
    for (const name of ["length", "length2"]) {
      expect(ran.scraps[name]).toMatchObject({ data: 252, type: "int" });
      expect(ran.read().value(name)).toBe(252);
    }
  });

  test("copies displays", () => {
    for (const name of ["chart", "chart2"]) {
      expect(ran.scraps[name]?.display?.["image/svg+xml"]).toMatch(/^<svg/);
      expect(ran.read().scraps.get(name)?.text("image/svg+xml")).toMatch(/^<svg/);
    }
  });

  test("shows a display that is no scrap where it is asked to", () => {
    expect(shownBy(6)).toEqual([["image/svg+xml"]]);
    expect(cells[6]?.outputs).toMatchObject([{ metadata: {} }]);
  });

  test("copies frames without reading them", () => {
    expect(ran.scraps.prices?.type).toBe("DataFrame");
    const prices = ran.read({ encoders: [pandas()] }).scraps.get("prices");
    expect(prices?.as(pandas)).toHaveLength(252);
  });

  test("says what is missing", () => {
    expect(ran.text).toContain("No scrap found with name 'none' in this notebook");
    expect(ran.read().value("told")).toContain('Did you mean "length"?');
  });

  test("reports displays under headers, and data where it is asked for", () => {
    expect(shownBy(10)).toEqual([["text/markdown"], ["text/markdown"], ["image/svg+xml"]]);
    expect(shownBy(11)).toEqual([["application/scrapbook.scrap.json+json"], ["text/plain"]]);
    expect(ran.text).not.toContain('"output_type": "error"');
  });
});
