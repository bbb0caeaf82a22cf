import { expect, test } from "vitest";
import { previewJson } from "./preview-json.ts";

class Point {
  readonly x = 1;
}

test.each([
  [{ a: [1, "x", null, true], b: {} }, '{"a": [1, "x", null, true], "b": {}}'],
  [[Number.NaN, 10n ** 20n, undefined], "[NaN, 100000000000000000000, undefined]"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Date(Number.NaN), "[Date]"],
  [new Map([[1, 2]]), "[Map]"],
  [new Point(), "[Point]"],
  [() => 1, "function"],
  [Symbol("s"), "Symbol(s)"],
  [Object.create(null), "{}"],
  [JSON.parse('{"__proto__": 1}'), '{"__proto__": 1}'],
])("shows a value as JSON on one line (%#)", (value, text) => {
  expect(previewJson(value, 200)).toBe(text);
});

test("cuts what is too long, with an ellipsis", () => {
  expect(previewJson([1, 2, 3], 4)).toBe("[1, …");
  expect(previewJson(["😀😀"], 3)).toBe('["…');
  expect(previewJson("x".repeat(20), 5)).toBe('"xxxx…');
});

test("what fits exactly is not cut", () => {
  expect(previewJson([1, 2], 6)).toBe("[1, 2]");
});

test("looks only at what it shows", () => {
  let looked = 0;
  const items = Array.from({ length: 10_000 }, () => ({
    get a() {
      looked++;
      return 1;
    },
  }));
  previewJson(items, 30);
  expect(looked).toBeLessThan(10);
});

test("a million levels of nesting are no trouble", () => {
  let value: unknown = 1;
  for (let i = 0; i < 1_000_000; i++) value = [value];
  expect(previewJson(value, 10)).toBe("[[[[[[[[[[…");
});
