import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createScanner } from "../simd/instance.ts";
import { simdPieceScanner } from "../simd/piece-scanner.ts";
import { scanPieces } from "../simd/testing/scan-pieces.ts";
import { damagedJson, encode, jsonText } from "../testing/json-text.ts";
import { byteScanner } from "./byte-scanner.ts";
import { findFault } from "./fault.ts";
import { findPieceFault, keepStanding } from "./piece-fault.ts";
import type { PieceScanner } from "./piece-scanner.ts";

const simd = simdPieceScanner() as PieceScanner;
const scanners: [string, () => PieceScanner][] = [
  ["in TypeScript", byteScanner],
  ["in WebAssembly", () => simd],
];

/** The tape of a text in pieces of some bytes, or where it is wrong. */
function scanned(scanner: PieceScanner, bytes: Uint8Array, size: number): unknown {
  const positions: number[] = [];
  scanner.begin(10_000);
  const piece = Math.max(scanner.block, size - (size % scanner.block));
  for (let at = 0; ; at += piece) {
    const part = bytes.subarray(at, at + piece);
    const isLast = at + part.length === bytes.length;
    scanner.input.set(part);
    const standing = keepStanding(scanner.standing);
    if (!scanner.scan(part.length, isLast)) {
      const before = bytes.subarray(Math.max(0, at - 3), at);
      const fault = findPieceFault(bytes.slice(at), standing, before, 10_000);
      return fault && { ...fault, offset: fault.offset + at };
    }
    const { tape } = scanner;
    for (let i = 0; i < tape.length; i++) positions.push((tape.positions[i] as number) + at);
    if (isLast) return positions;
  }
}

describe.each(scanners)("the scanner of pieces %s", (_, make) => {
  const scanner = make();

  test.each([1, 7, 64, 1000])("says of texts in pieces of %i bytes what others say", (size) => {
    const whole = createScanner();
    fc.assert(
      fc.property(fc.oneof(damagedJson, jsonText.map(encode)), (bytes) => {
        const expected = findFault(bytes, 10_000) ?? scanPieces(whole, [bytes])?.positions;
        expect(scanned(scanner, bytes, size)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("finds what is wrong in a piece behind 200 open containers", () => {
    const opening = '{"a":['.repeat(100);
    for (const rest of [
      "]]",
      '"\\u12',
      "1e+}",
      "tru,",
      '"x" "y"',
      '{"a" 1',
      "\u0001",
      '"é\u0001',
    ]) {
      const bytes = encode(opening + rest);
      expect(scanned(scanner, bytes, 600)).toEqual(findFault(bytes, 10_000));
    }
  });

  test("counts depth against the limit", () => {
    scanner.begin(3);
    scanner.input.set(encode("[[[[".padEnd(64)));
    expect(scanner.scan(64, false)).toBe(false);
  });
});
