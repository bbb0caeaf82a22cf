import { describe, expect, test } from "vitest";
import { makeCase } from "../testing/case.ts";
import { type Selection, selectCases } from "./select.ts";

const cases = [
  makeCase("json-empty", { group: "json", description: "Nothing at all is no notebook" }),
  makeCase("merge-order", { group: "merge" }),
  makeCase("edit-set", { group: "edit", level: "editor" }),
  makeCase("old", { group: "json", deprecated: { since: "1.1.0", reason: "it was wrong" } }),
];

describe("selectCases", () => {
  const rows: readonly [name: string, selection: Selection, ids: string[]][] = [
    ["everything in force by default", {}, ["json-empty", "merge-order", "edit-set"]],
    ["cases by id", { ids: ["edit-set", "json-empty"] }, ["json-empty", "edit-set"]],
    ["groups", { groups: ["json", "edit"] }, ["json-empty", "edit-set"]],
    ["levels", { levels: ["editor"] }, ["edit-set"]],
    ["text of ids, whatever its case", { text: "ORDER" }, ["merge-order"]],
    ["text of descriptions", { text: "no notebook" }, ["json-empty"]],
    ["what all of them name", { levels: ["reader"], groups: ["merge"] }, ["merge-order"]],
  ];
  for (const [name, selection, ids] of rows) {
    test(`takes ${name}`, () => {
      expect(selectCases(cases, selection).map(({ id }) => id)).toEqual(ids);
    });
  }

  const refused: readonly [name: string, selection: Selection, message: RegExp][] = [
    ["an unknown id", { ids: ["merge"] }, /no case "merge"; there are json-empty, merge-order/],
    ["a withdrawn id", { ids: ["old"] }, /there is no case "old"/],
    ["an unknown group", { groups: ["x"] }, /there is no group "x"; there are json, merge, edit/],
    ["an unknown level", { levels: ["writer"] }, /there is no level "writer"; there are reader,/],
    ["a selection of nothing", { text: "zebra" }, /^no case is selected$/],
  ];
  for (const [name, selection, message] of refused) {
    test(`refuses ${name}`, () => {
      expect(() => selectCases(cases, selection)).toThrow(message);
    });
  }
});
