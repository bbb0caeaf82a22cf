import { describe, expect, test } from "vitest";
import { encode } from "../testing/json-text.ts";
import { skipSpace, spaceEnd, trimSpace } from "./white-space.ts";

const spaces = [
  "",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "\n\n",
  "\n\t",
  "\n \n  ",
  " \n",
  ...Array.from({ length: 14 }, (_, count) => `\n${" ".repeat(count)}`),
  ...Array.from({ length: 9 }, (_, count) => `\n${" ".repeat(count)}\r\t`),
];

describe("white space", () => {
  for (const space of spaces) {
    test(`${JSON.stringify(space)} is skipped whole, from either side`, () => {
      for (const after of ["]", "x]", "1,        ", "\u0001]", "\u000b]", "\u00a0]", "!]"]) {
        const bytes = encode(`[${space}${after}`);
        expect(spaceEnd(bytes, new DataView(bytes.buffer), 1)).toBe(1 + space.length);
        expect(skipSpace(bytes, 1)).toBe(1 + space.length);
      }
      for (const before of ["[", "x", "\u0001", "\u000b", "\u00a0"]) {
        const bytes = encode(before + space);
        expect(trimSpace(bytes, 0, bytes.length)).toBe(bytes.length - space.length);
      }
    });
  }

  test("is trimmed down to the start and no further", () => {
    const bytes = encode("x   ");
    expect(trimSpace(bytes, 2, 4)).toBe(2);
    expect(trimSpace(bytes, 0, 1)).toBe(1);
    expect(trimSpace(encode("  "), 0, 2)).toBe(0);
  });

  test("may end the bytes for skipSpace", () => {
    expect(skipSpace(encode("[  "), 1)).toBe(3);
  });
});
