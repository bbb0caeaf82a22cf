import { describe, expect, test } from "vitest";
import { runNotebook } from "./run-notebook.ts";

describe("an IJavascript notebook", () => {
  const ran = runNotebook({
    kernel: "ijavascript",
    cells: [
      'const { glue } = require("@scrapbook/kernel-io");',
      'glue("integer", 5); glue("text", "ä"); glue("object", { a: [1, null] }); undefined',
      'glue("with text", 1, { fallback: true }); undefined',
      'try { glue("x", 1, { display: true }); } catch (error) { console.log(error.message); }',
      'try { glue("x", () => 1); } catch (error) { console.log(error.code); }',
      'glue("fault", [NaN]); undefined',
      'glue("after a fault", 1); undefined',
    ],
  });

  test.each([
    ["integer", 5, "int"],
    ["text", "ä", "str"],
    ["object", { a: [1, null] }, "NotebookNode"],
    ["with text", 1, "int"],
  ])("glues %s for Python and for core", (name, data, type) => {
    expect(ran.scraps[name]).toMatchObject({ data, type });
    expect(ran.read().value(name)).toEqual(data);
  });

  test("says why a display cannot be glued", () => {
    expect(ran.text).toContain("[usage-kernel-limit]");
    expect(ran.text).toContain("IJavascript drops the metadata of everything that is shown");
    expect(ran.scraps.x).toBeUndefined();
  });

  test("refuses what no encoder takes", () => {
    expect(ran.text).toContain("encoder-not-encodable");
  });

  test("fails where a value is refused", () => {
    expect(ran.text).toContain("[json-non-finite]");
    expect(ran.scraps.fault).toBeUndefined();
    expect(ran.scraps["after a fault"]).toMatchObject({ data: 1 });
  });

  test("glues in papermill, which gives it parameters", () => {
    const { error, scraps } = runNotebook({
      kernel: "ijavascript",
      parameters: { ticker: "MSFT", days: 30, weights: [0.5, null] },
      cells: [
        { source: 'let ticker = "AAA"; var days = 1;', tags: ["parameters"] },
        'const { glue } = require("@scrapbook/kernel-io"); glue("given", [ticker, days, weights]);',
        "throw new Error('stop')",
      ],
    });
    expect(error).toContain("stop");
    expect(scraps.given).toMatchObject({ data: ["MSFT", 30, [0.5, null]] });
  });
});
