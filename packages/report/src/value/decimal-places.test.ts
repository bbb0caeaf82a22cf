import { expect, test } from "vitest";
import { missingPlaces } from "./decimal-places.ts";

const places = (numbers: string[]) => {
  const missing = missingPlaces(numbers);
  return missing && numbers.map(missing);
};

test.each([
  [
    ["0.3268", "0.092", "-12.5"],
    [0, 1, 3],
  ],
  [
    ["1", "1.5", "10.25"],
    [2.5, 1, 0],
  ],
  [
    ["1", "200", "NaN"],
    [0, 0, 0],
  ],
  [[], []],
])("points of %j line up with %j places", (numbers, expected) => {
  expect(places(numbers)).toEqual(expected);
});

test.each([[["1e-05", "1.5"]], [["1", "0.1234567891"]]])("%j do not line up", (numbers) => {
  expect(missingPlaces(numbers)).toBeUndefined();
});

test("a column of a million numbers lines up", () => {
  expect(missingPlaces(Array.from({ length: 1_000_000 }, () => "1.5"))?.("2")).toBe(1.5);
});
