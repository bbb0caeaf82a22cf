import { describe, expect, test } from "vitest";
import { crossings } from "./boundaries.mjs";
import { cycles } from "./cycles.mjs";
import { importsOf } from "./imports.mjs";
import { testProblems } from "./test-names.mjs";

const importsIn = (files: Record<string, string>) =>
  Object.entries(files).flatMap(([file, text]) => importsOf(file, text));

describe("imports", () => {
  test("every way to import is found", () => {
    const text = `
      import a from "./a.ts";
      import type { B } from "./b.ts";
      export * from "./c.ts";
      export type { D } from "../d.ts";
      const e = await import("pkg");
      type F = import("./f.ts").F;`;
    expect(importsOf("packages/x/src/me.ts", text)).toMatchObject([
      { file: "packages/x/src/a.ts", type: false },
      { file: "packages/x/src/b.ts", type: true },
      { file: "packages/x/src/c.ts", type: false },
      { file: "packages/x/d.ts", type: true },
      { file: undefined, specifier: "pkg", type: false },
      { file: "packages/x/src/f.ts", type: true },
    ]);
  });
});

describe("cycles", () => {
  test("a cycle over three files is found once", () => {
    const imports = importsIn({
      "a.ts": 'import "./b.ts";',
      "b.ts": 'import "./c.ts";',
      "c.ts": 'import "./a.ts";',
    });
    expect(cycles(imports)).toEqual(["a.ts -> b.ts -> c.ts -> a.ts"]);
  });

  test("types may refer to each other", () => {
    const imports = importsIn({
      "a.ts": 'import type { B } from "./b.ts";',
      "b.ts": 'import "./a.ts";',
    });
    expect(cycles(imports)).toEqual([]);
  });
});

describe("module boundaries", () => {
  const crossing = (file: string, text: string) => crossings(importsOf(file, text)).length > 0;

  test.each([
    ["packages/core/src/a.ts", 'import "node:fs"'],
    ["packages/core/src/a.ts", 'import type { X } from "@scrapbook/report"'],
    ["packages/report/src/a.ts", 'import "@scrapbook/node-io"'],
    ["packages/report/src/a.ts", 'import "../../core/src/index.ts"'],
    ["packages/core/src/a.test.ts", 'import "../../../conformance/runner/src/run.ts"'],
    ["packages/core/src/a.test.ts", 'import "@scrapbook/conformance"'],
  ])("%s may not %s", (file, text) => expect(crossing(file, text)).toBe(true));

  test.each([
    ["packages/core/src/a.test.ts", 'import "vitest"'],
    ["packages/core/src/testing/a.ts", 'import "fast-check"'],
    ["packages/node-io/src/a.ts", 'import "@scrapbook/core/internal"'],
    ["packages/node-io/src/a.ts", 'import "node:fs"'],
    ["packages/node-io/src/a.ts", 'await import("@scrapbook/cloud-io")'],
    ["packages/cli/src/a.ts", 'import "@scrapbook/report"'],
    ["conformance/runner/src/a.ts", 'import "@scrapbook/core"'],
  ])("%s may %s", (file, text) => expect(crossing(file, text)).toBe(false));
});

describe("test names", () => {
  const problems = (text: string) => testProblems("a.test.ts", text);

  test.each([
    'test("it should work", () => {})',
    'it.skip("works", () => {})',
    'describe.only("things", () => {})',
    'test.each([1])("should %s", () => {})',
    'test.todo("writes")',
    `test("${"long ".repeat(17)}", () => {})`,
  ])("refuses %s", (text) => expect(problems(text)).toHaveLength(1));

  test("accepts a sentence that holds", () => {
    expect(problems('test.each([1])("%s is kept", () => {}); thing.only("x")')).toEqual([]);
  });
});
