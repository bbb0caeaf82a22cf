import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesBelow, nonDigitFlags, nonSpaceBits, stringFlags } from "./word.ts";

const isStringStop = (byte: number) =>
  byte === 0x22 || byte === 0x5c || byte < 0x20 || byte >= 0x80;
const isNoDigit = (byte: number) => byte < 0x30 || byte > 0x39;
const isNoSpace = (byte: number) => byte !== 0x20;

const flags: [
  name: string,
  mask: (word: number) => number,
  isFlagged: (byte: number) => boolean,
][] = [
  ["stringFlags", stringFlags, isStringStop],
  ["nonDigitFlags", nonDigitFlags, isNoDigit],
  ["nonSpaceBits", nonSpaceBits, isNoSpace],
];

for (const [name, mask, isFlagged] of flags) {
  describe(name, () => {
    const check = (bytes: readonly number[]) => {
      const word = new DataView(Uint8Array.from(bytes).buffer).getInt32(0, true);
      const first = bytes.findIndex(isFlagged);
      const found = mask(word) === 0 ? -1 : bytesBelow(mask(word));
      if (found !== first) expect([...bytes, found]).toEqual([...bytes, first]);
    };

    const edges = [
      ...[0, 1, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x2f, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d],
      ...[0x7f, 0x80, 0x81, 0xa0, 0xaf, 0xb0, 0xb9, 0xba, 0xdc, 0xfe, 0xff],
    ];

    test("finds the first of any byte and what may follow it, at any place", () => {
      for (const fine of [0x20, 0x30, 0x39, 0x21, 0x23, 0x7f].filter((byte) => !isFlagged(byte))) {
        for (let byte = 0; byte < 256; byte++) {
          for (const next of edges) {
            check([byte, next, fine, fine]);
            check([fine, fine, byte, next]);
          }
        }
      }
    });

    test("finds the first of any four bytes", () => {
      const edge = fc.oneof(fc.nat(255), fc.constantFrom(...edges));
      fc.assert(fc.property(fc.tuple(edge, edge, edge, edge), check), { numRuns: 2000 });
    });
  });
}
