import { describe, expect, test } from "vitest";
import { isSplitMime, splitLines } from "./lines.ts";

describe("splitLines", () => {
  // What Python's splitlines(True) gives.
  const table: [text: string, lines: string[]][] = [
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a\n"]],
    ["\n\n", ["\n", "\n"]],
    ["a\r\nb\rc\n", ["a\r\n", "b\r", "c\n"]],
    ["a\vb\fc", ["a\v", "b\f", "c"]],
    ["a\x1cb\x1dc\x1ed\x1fe", ["a\x1c", "b\x1d", "c\x1e", "d\x1fe"]],
    ["a\x85b\u2028c\u2029d\u00a0e", ["a\x85", "b\u2028", "c\u2029", "d\u00a0e"]],
  ];
  test.each(table)("splits %j as Python does", (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
    expect(lines.join("")).toBe(text);
  });
});

test("nbformat splits text, JavaScript and SVG, and no other type", () => {
  const mimes = ["text/plain", "text/x-own", "application/javascript", "image/svg+xml"];
  expect(mimes.every(isSplitMime)).toBe(true);
  expect(["image/png", "application/json", "application/xml"].some(isSplitMime)).toBe(false);
});
