import { expect, test } from "vitest";
import { freeCellId, randomCellId } from "./cell-id.ts";

test("random ids are eight hexadecimal digits, as nbformat's", () => {
  for (let i = 0; i < 100; i++) expect(randomCellId()).toMatch(/^[0-9a-f]{8}$/);
});

test("an id that is taken, or that nbformat does not allow, is asked for again", () => {
  const ids = ["taken", "", "a b", "x".repeat(65), "free"];
  expect(freeCellId(new Set(["taken"]), () => ids.shift() as string)).toBe("free");
});

test("a source that gives no free id is refused", () => {
  expect(() => freeCellId(new Set(["a"]), () => "a")).toThrow("usage-argument");
});
