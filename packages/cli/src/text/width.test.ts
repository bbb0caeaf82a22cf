import { expect, test } from "vitest";
import { fit, width } from "./width.ts";

test.each([
  ["abc", 3],
  ["", 0],
  ["日本", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["👩‍👩‍👧", 2],
  ["✗", 1],
  ["3 × 4 é…", 8],
  ["©\ufe0f", 2],
])("%j takes %d columns", (text, columns) => {
  expect(width(text)).toBe(columns);
});

test.each([
  ["abcdef", 4, "abc…"],
  ["日本語", 5, "日本…"],
  ["日本語", 4, "日…"],
  ["abc", 3, "abc"],
])("%j fits into %d columns as %j", (text, columns, fitted) => {
  expect(fit(text, columns)).toBe(fitted);
  expect(width(fit(text, columns))).toBeLessThanOrEqual(columns);
});
