import { expect, test } from "vitest";
import { findExtremes } from "./best.ts";

test.each([
  [[3, 1, 2], "lower", 1, 3],
  [[3, 1, 2], "higher", 3, 1],
  [[Number.NaN, 2, 1], "lower", 1, 2],
  [[10n ** 20n, 1.5], "higher", 10n ** 20n, 1.5],
  [[1, 1], "lower", undefined, undefined],
  [[5], "lower", undefined, undefined],
  [[], "lower", undefined, undefined],
] as const)("of %s with %s better, %s is best and %s worst", (numbers, better, best, worst) => {
  expect(findExtremes(numbers, better)).toEqual({ best, worst });
});
