import { expect, test } from "vitest";
import { marksKey, nextMarks, readMarks, verdictOf, withoutMarks, writeMarks } from "./marks.ts";

const ours = nextMarks(["aaaaaaaaaaaa"], "v1");
const own = ours.at(-1) ?? "";

test("a mark is put behind those before, and the base is the first", () => {
  expect(ours).toEqual(["aaaaaaaaaaaa", expect.stringMatching(/^[0-9a-f]{12}$/)]);
  expect(nextMarks([], "v1")).toHaveLength(2);
  expect(nextMarks([], "v1")[0]).toBe(nextMarks([], "v1")[0]);
  expect(nextMarks([], "v1")[0]).not.toBe(nextMarks([], "v2")[0]);
});

test("48 marks are kept, which fit into the metadata of every server", () => {
  let marks: readonly string[] = [];
  for (let i = 0; i < 100; i++) marks = nextMarks(marks, "v");
  expect(marks).toHaveLength(48);
  expect(writeMarks(marks).length).toBeLessThan(700);
  expect(readMarks(writeMarks(marks))).toEqual(marks);
});

test.each([
  ["done", [...ours]],
  ["done", [...ours, "bbbbbbbbbbbb"]],
  ["not-done", ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]],
  ["unknown", ["aaaaaaaaaaaa"]],
  ["unknown", ["cccccccccccc"]],
  ["unknown", []],
] as const)("a write is %s by the marks %j", (verdict, now) => {
  expect(verdictOf(ours, now)).toBe(verdict);
  expect(own).not.toBe("");
});

test("what is no mark is not read, and marks are no metadata of others", () => {
  expect(readMarks("x aaaaaaaaaaaa AAAAAAAAAAAA")).toEqual(["aaaaaaaaaaaa"]);
  expect(readMarks(undefined)).toEqual([]);
  expect(withoutMarks({ [marksKey.toUpperCase()]: "x", run: "7" })).toEqual({ run: "7" });
});
