import { expect, test } from "vitest";
import { nearNames, orList } from "./near-names.ts";

test("near names come nearest first, three at most, whatever their case", () => {
  const names = ["Distance", "distances", "instance", "distant", "zebra"];
  expect(nearNames("distance", names)).toEqual(["Distance", "distances", "instance"]);
  expect(nearNames("a", ["b", "bc", "bcd"])).toEqual(["b"]);
  expect(nearNames("abcdef", ["abcxyz"])).toEqual([]);
  expect(nearNames("abcdef", ["abcdxy"])).toEqual(["abcdxy"]);
});

test("very long and very many names are not compared", () => {
  const long = "a".repeat(65);
  expect(nearNames(long, [long])).toEqual([]);
  expect(nearNames("a".repeat(64), [long, "a".repeat(64)])).toEqual(["a".repeat(64)]);
  const many = [...Array.from({ length: 1_000 }, (_, i) => `zzzzzzzz${i}`), "name"];
  expect(nearNames("name", many)).toEqual([]);
  expect(nearNames("name", many.slice(1))).toEqual(["name"]);
});

test("a list of names reads as a sentence does", () => {
  expect(orList([])).toBe("none");
  expect(orList(["a"])).toBe('"a"');
  expect(orList(["a", "b"])).toBe('"a" or "b"');
  expect(orList(["a", "b", 'c"'])).toBe('"a", "b" or "c\\""');
});
