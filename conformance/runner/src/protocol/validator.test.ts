import { describe, expect, test } from "vitest";
import type { JsonRecord } from "../json.ts";
import { createSchemas, createValidate } from "./validator.ts";

const folder = new URL("../../..", import.meta.url).pathname;
const validate = createValidate(folder);
const start = {
  protocol: 1,
  implementation: { name: "x", language: "Go", version: "1" },
  ...{ capabilities: ["read"], numbers: "exact" },
};

describe("createValidate", () => {
  const good: readonly ["startAnswer" | "runAnswer", JsonRecord][] = [
    ["startAnswer", start],
    ["startAnswer", { ...start, levels: ["reader"], checks: ["code", "path", "source", "order"] }],
    ["runAnswer", { seq: 1, skipped: true }],
    ["runAnswer", { seq: 1, errored: "Traceback" }],
    ["runAnswer", { seq: 1, error: { category: "json" } }],
    ["runAnswer", { seq: 1, result: { scraps: [{ name: "x", data: { $number: "1" } }] } }],
    ["runAnswer", { seq: 1, result: { problems: [{ category: "payload", message: "?" }] } }],
    ["runAnswer", { seq: 1, result: { bytes: { $bytes: "" }, columns: ["a"], rows: [[null]] } }],
  ];
  for (const [kind, message] of good) {
    test(`has nothing to say of ${JSON.stringify(message).slice(0, 60)}`, () => {
      expect(validate(kind, message)).toBeUndefined();
    });
  }

  const bad: readonly ["startAnswer" | "runAnswer", JsonRecord, string[]][] = [
    [
      "startAnswer",
      { ...start, numbers: "decimal" },
      ['/numbers: is "decimal", not one of ["source", "exact", "float64"]'],
    ],
    ["startAnswer", { ...start, level: [] }, ['the whole: has the unknown member "level"']],
    [
      "startAnswer",
      { ...start, checks: ["codes"] },
      ['/checks/0: is "codes", not one of ["code", "path", "source", "order"]'],
    ],
    ["runAnswer", { result: {} }, ['the whole: lacks the member "seq"']],
    [
      "runAnswer",
      { seq: 1, result: {}, elapsed: 3 },
      ['the whole: has the unknown member "elapsed"'],
    ],
    ["runAnswer", { seq: 1, result: { scrap: [] } }, ['/result: has the unknown member "scrap"']],
    [
      "runAnswer",
      { seq: 1, error: { category: "jsn" } },
      [
        '/error/category: is "jsn", not one of ["json", "notebook", "payload", "display", "encoder", "store", "usage"]',
      ],
    ],
    [
      "runAnswer",
      { seq: 1, error: { category: "json", path: "cells" } },
      ['/error/path: must match pattern "^(/([^~]|~[01])*)*$", got "cells"'],
    ],
  ];
  for (const [kind, message, mistakes] of bad) {
    test(`explains ${mistakes[0]?.slice(0, 70)}`, () => {
      const [, ...told] = (validate(kind, message) ?? "").split("\n");
      expect(told.map((line) => line.trim())).toEqual(mistakes);
    });
  }

  test("names the place of a value that is no tagged value", () => {
    const told = validate("runAnswer", {
      seq: 1,
      result: { scraps: [{ name: "x", data: { a: 1 } }] },
    });
    expect(told).toContain("/result/scraps/0/data");
    expect(told).toContain("is not as harness.schema.json#/$defs/runAnswer says:");
  });
});

describe("createSchemas", () => {
  test("tells only the operation that was meant", () => {
    const isCase = createSchemas(folder).load("case");
    const wanted = {
      $schema: "../../schema/case.schema.json",
      ...{ id: "a", since: "1.0.0", level: "reader", spec: ["1"], requires: ["read"] },
      ...{ description: "something holds here", reference: "same", expect: { scraps: [] } },
      files: [{ key: "nb", path: "a.ipynb" }],
      run: { op: "read", option: {} },
    };
    expect(isCase(wanted)).toEqual(['/run: has the unknown member "option"']);
    const [first] = isCase({ ...wanted, run: { op: "raed" } });
    expect(first).toMatch(/^\/run\/op: is "raed", not one of \["read", /);
  });
  test("refuses a folder without schemas", () => {
    expect(() => createSchemas("/no/such/folder")).toThrow(/case.schema.json cannot be used/);
  });
});
