import { describe, expect, test } from "vitest";
import { CannotRun } from "../cannot-run.ts";
import { makeCase } from "../testing/case.ts";
import { makeFolder } from "../testing/folder.ts";
import { loadCases, loadSuite } from "./load-suite.ts";

const file = (id: string, more = {}): object => {
  const { group: _group, file: _file, ...content } = makeCase(id, more);
  return content;
};

describe("loadSuite", () => {
  test("gives the cases in order of group and file", () => {
    const folder = makeFolder({
      "cases/merge/b.json": file("b"),
      "cases/merge/a.json": file("a"),
      "cases/json/z.json": file("z"),
      "cases/README.md": "no case",
    });
    const { cases } = loadSuite(folder);
    expect(cases.map(({ id, group, file }) => [id, group, file])).toEqual([
      ["z", "json", "json/z.json"],
      ["a", "merge", "merge/a.json"],
      ["b", "merge", "merge/b.json"],
    ]);
  });

  test("gives cases in force alone where cases are asked for", () => {
    const folder = makeFolder({
      "cases/g/a.json": file("a"),
      "cases/g/b.json": file("b", { deprecated: { since: "1.1.0", reason: "it was wrong" } }),
    });
    expect(loadSuite(folder).cases).toHaveLength(2);
    expect(loadCases(folder).map(({ id }) => id)).toEqual(["a"]);
  });

  const broken: readonly [name: string, content: unknown, message: RegExp][] = [
    [
      "no JSON",
      '{\n "id": ,',
      /^cases\/g\/x.json: it is not JSON: line 2, column 8: unexpected ","$/,
    ],
    ["no object", [], /^cases\/g\/x.json: it is not an object; `scrapbook-conformance lint` tells/],
    ["no id", { ...file("x"), id: undefined }, /^cases\/g\/x.json: it has no id/],
    ["no level", { ...file("x"), level: undefined }, /it has no level/],
    ["no requires", { ...file("x"), requires: "read" }, /it has no requires/],
    ["no operation", { ...file("x"), run: {} }, /it has no run.op/],
    ["no expectation", { ...file("x"), expect: null }, /it has no expect/],
  ];
  for (const [name, content, message] of broken) {
    test(`refuses a case file with ${name}, naming it`, () => {
      const folder = makeFolder({ "cases/g/x.json": content });
      expect(() => loadSuite(folder)).toThrow(CannotRun);
      expect(() => loadSuite(folder)).toThrow(message);
    });
  }

  test("refuses two cases with one id", () => {
    const folder = makeFolder({ "cases/g/a.json": file("a"), "cases/h/a.json": file("a") });
    expect(() => loadSuite(folder)).toThrow("cases/h/a.json and cases/g/a.json have the same id a");
  });

  test("refuses a suite with no case", () => {
    expect(() => loadSuite(makeFolder({ "cases/README.md": "" }))).toThrow(/has no case$/);
  });

  test("refuses a folder that is no suite", () => {
    expect(() => loadSuite(makeFolder({}))).toThrow(/there is no folder "cases" in/);
  });
});
