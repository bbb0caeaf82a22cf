import { expect, test } from "vitest";
import { formatDuration } from "./duration.ts";

test.each([
  [0, "0.00 s"],
  [0.05, "0.05 s"],
  [2.594, "2.6 s"],
  [9.96, "10 s"],
  [59.4, "59 s"],
  [59.6, "1 min"],
  [200, "3 min 20 s"],
  [3_600, "1 h"],
  [7_530, "2 h 5 min"],
  [-1, ""],
  [Number.NaN, ""],
  [Number.POSITIVE_INFINITY, ""],
])("%f seconds are written %j", (seconds, text) => {
  expect(formatDuration(seconds).replaceAll("\u00a0", " ")).toBe(text);
});
