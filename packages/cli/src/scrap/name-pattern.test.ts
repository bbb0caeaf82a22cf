import { expect, test } from "vitest";
import { matcher } from "./name-pattern.ts";

test.each([
  ["distance", "distance", true],
  ["dist*", "distance", true],
  ["*ance", "distance", true],
  ["d?st*", "distance", true],
  ["d*z", "distance", false],
  ["*", "", true],
  ["?", "👍", true],
  ["a.b", "axb", false],
  ["[ab]", "a", false],
  ["*a*b*c", "xxaxxbxxc", true],
  ["a\\*", "a*", true],
  ["a\\*", "ab", false],
  ["a\\\\", "a\\", true],
  ["a\\", "a\\", true],
])("the pattern %j and the name %j: %s", (pattern, name, fits) => {
  expect(matcher([pattern])(name)).toBe(fits);
});

test("without patterns every name fits, and with several any of them is enough", () => {
  expect(matcher(undefined)("x")).toBe(true);
  expect(matcher(["a", "b*"])("bc")).toBe(true);
});
