import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encode, stringLiteral } from "../testing/json-text.ts";
import { stringEnd } from "./string-token.ts";

const endOf = (bytes: Uint8Array, at = 1) =>
  stringEnd(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at);

/** `bytes` in a string, with `before` letters before them and `after` after them. */
function wrap(bytes: readonly number[], before: number, after: number): Uint8Array {
  const quote = 0x22;
  const letters = (count: number) => new Array<number>(count).fill(0x61);
  return Uint8Array.from([quote, ...letters(before), ...bytes, ...letters(after), quote]);
}

// Strings are taken eight bytes at a time: everything is tried at each place of the eight, and with
// and without eight more bytes to come.
const places = Array.from({ length: 18 }, (_, before) => before).flatMap((before) =>
  [0, 1, 9].map((after) => [before, after] as const),
);

describe("stringEnd", () => {
  test("stops at the closing quote, wherever it stands", () => {
    for (const [before, after] of places) {
      const bytes = wrap([], before, 0);
      const longer = Uint8Array.from([...bytes, ...new Array<number>(after).fill(0x22)]);
      expect(endOf(longer)).toBe(before + 2);
    }
  });

  test("refuses a string that does not end", () => {
    for (const [before, after] of places) {
      expect(endOf(wrap([], before, after).subarray(0, -1))).toBe(0);
    }
  });

  test("takes every byte of ASCII as itself, but for quotes, escapes and controls", () => {
    for (let byte = 0; byte < 0x80; byte++) {
      if (byte === 0x22 || byte === 0x5c) continue;
      for (const [before, after] of places) {
        const bytes = wrap([byte], before, after);
        expect(endOf(bytes)).toBe(byte < 0x20 ? 0 : bytes.length);
      }
    }
  });

  test("takes the escapes that JSON has, and no others", () => {
    for (let byte = 0; byte < 0x100; byte++) {
      const isEscape = '"\\/bfnrt'.includes(String.fromCharCode(byte));
      for (const [before, after] of places) {
        if (byte === 0x75) continue;
        const bytes = wrap([0x5c, byte], before, after);
        expect(endOf(bytes)).toBe(isEscape ? bytes.length : 0);
      }
    }
    expect(endOf(encode('"\\'))).toBe(0);
    expect(endOf(encode('"\\"'))).toBe(0);
  });

  const hexes: [digits: string, isEscape: boolean][] = [
    ["0000", true],
    ["9afA", true],
    ["FfFf", true],
    ["/000", false],
    ["0:00", false],
    ["00@0", false],
    ["000G", false],
    ["g000", false],
    ["0`00", false],
    ["000", false],
    ["", false],
  ];
  for (const [digits, isEscape] of hexes) {
    test(`${isEscape ? "takes" : "refuses"} \\u${digits}`, () => {
      for (const [before, after] of [
        [0, 0],
        [3, 9],
      ] as const) {
        const bytes = wrap([0x5c, 0x75, ...encode(digits)], before, after && isEscape ? after : 0);
        expect(endOf(bytes)).toBe(isEscape ? bytes.length : 0);
      }
    });
  }

  test("refuses a hexadecimal escape that the bytes cut short", () => {
    for (const cut of ['"\\u', '"\\u0', '"\\u00', '"\\u000', '"\\u0000']) {
      expect(endOf(encode(cut))).toBe(0);
    }
  });

  test("takes as characters what a strict decoder takes", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const isUtf8 = (bytes: readonly number[]) => {
      try {
        decoder.decode(Uint8Array.from(bytes));
        return true;
      } catch {
        return false;
      }
    };
    // The bytes at which the well-formed ranges begin and end, and their neighbours.
    const edges = [
      ...[0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1],
      ...[0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
    ];
    for (let lead = 0x80; lead < 0x100; lead++) {
      for (const second of edges) {
        check([lead]);
        check([lead, second]);
        for (const third of edges) {
          check([lead, second, third]);
          if (lead >= 0xf0)
            for (const fourth of [0x7f, 0x80, 0xbf, 0xc0]) check([lead, second, third, fourth]);
        }
      }
    }

    function check(bytes: readonly number[]): void {
      const string = wrap(bytes, 0, 0);
      const end = endOf(string);
      if (end !== (isUtf8(bytes) ? string.length : 0)) expect([...bytes, end]).toEqual([]);
    }
  });

  test("refuses a character that the bytes cut short, or that no byte follows", () => {
    for (const text of ["é", "数", "😀"]) {
      const bytes = encode(`"${text}`);
      for (let end = 2; end <= bytes.length; end++) expect(endOf(bytes.subarray(0, end))).toBe(0);
    }
  });

  test("takes every literal whole, wherever it begins", () => {
    fc.assert(
      fc.property(stringLiteral, fc.nat(9), fc.nat(9), (literal, before, after) => {
        const text = encode(`${" ".repeat(before)}${literal}${",".repeat(after)}`);
        expect(endOf(text, before + 1)).toBe(text.length - after);
      }),
    );
  });
});
