import { describe, expect, test } from "vitest";
import { compareRanges, type Range } from "./ranges.ts";

const original = Buffer.from("head one middle two tail");
const ranges: readonly Range[] = [
  [5, 8],
  [16, 19],
];
const compare = (result: string, given = ranges): number =>
  compareRanges(given, original, { bytes: tag(result) }).length;
const tag = (text: string): { $bytes: string } => ({
  $bytes: Buffer.from(text).toString("base64"),
});

describe("compareRanges", () => {
  const rows: readonly [result: string, differences: number][] = [
    ["head one middle two tail", 0],
    ["head 1 middle 2 tail", 0],
    ["head  middle  tail", 0],
    ["head  middle  middle  tail", 0],
    ["head  middle  tail tail", 0],
    ["Head one middle two tail", 1],
    [" head one middle two tail", 1],
    ["head one Middle two tail", 1],
    ["head one middle two tail\n", 1],
    ["head  middle tail", 1],
    ["", 1],
  ];
  for (const [result, differences] of rows) {
    test(`${JSON.stringify(result)} has ${differences === 0 ? "kept" : "lost"} bytes`, () => {
      expect(compare(result)).toBe(differences);
    });
  }
  test("without ranges the whole is the original", () => {
    expect(compare(original.toString(), [])).toBe(0);
    expect(compare(`${original} `, [])).toBe(1);
  });
  test("an empty range is a place to insert at", () => {
    expect(compare("head, one middle two tail", [[4, 4]])).toBe(0);
  });
  test("a hash of the result is not enough", () => {
    const bytes = { $sha256: "0".repeat(64), length: 1 };
    expect(compareRanges(ranges, original, { bytes })).toHaveLength(1);
  });
});
