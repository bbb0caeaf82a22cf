import { expect, test } from "vitest";
import { columnLabels, columnLevels } from "./column-labels.ts";
import { isSameLabel, type Label } from "./label.ts";
import type { LevelMetadata } from "./pandas-metadata.ts";

const level = (pandasType: string, numpyType = pandasType): LevelMetadata => ({
  name: null,
  pandasType,
  numpyType,
  timezone: undefined,
});

test.each<[string, LevelMetadata, readonly string[], readonly Label[]]>([
  ["integers", level("int64"), ["1", "-2", "9007199254740993"], [1, -2, 9007199254740993n]],
  [
    "floats",
    level("float64"),
    ["1.5", "nan", "-inf", "2.0"],
    [1.5, Number.NaN, Number.NEGATIVE_INFINITY, 2],
  ],
  ["booleans", level("bool"), ["True", "False"], [true, false]],
  ["texts", level("unicode", "str"), ["1", "True"], ["1", "True"]],
  ["what is no integer", level("int64"), ["x", ""], ["x", ""]],
])("%s are restored from their text", (_, metadata, names, labels) => {
  expect(columnLabels(names, [], [metadata])).toEqual(labels);
});

test("without metadata labels are the names of the fields", () => {
  expect(columnLabels(["a", "1"], [], [])).toEqual(["a", "1"]);
});

test("labels of several levels are lists, each part as its level has it", () => {
  const levels = [level("unicode", "str"), level("int64")];
  expect(columnLabels(["('a', '1')", "no tuple"], [], levels)).toEqual([["a", 1], "no tuple"]);
});

test("text has the dtype of the pandas that wrote it", () => {
  expect(columnLevels([level("unicode", "object")], 3)).toEqual([{ name: null, dtype: "str" }]);
  expect(columnLevels([level("unicode", "object")], 2)).toEqual([{ name: null, dtype: "object" }]);
  expect(columnLevels([], 3)).toEqual([{ name: null, dtype: "str" }]);
});

test.each<[Label, Label, boolean]>([
  ["a", "a", true],
  [1, 1n, true],
  [1, "1", false],
  [Number.NaN, Number.NaN, true],
  [["a", 1], ["a", 1], true],
  [["a", 1], ["a"], false],
  [null, "null", false],
])("%s and %s are the same label: %s", (a, b, same) => {
  expect(isSameLabel(a, b)).toBe(same);
});
