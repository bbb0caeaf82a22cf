import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFault } from "../json/fault.ts";
import { damagedJson, encode, isJson, jsonText } from "../testing/json-text.ts";
import { createScanner } from "./instance.ts";
import { scanPieces } from "./testing/scan-pieces.ts";

const scanner = createScanner();
const whole = (bytes: Uint8Array) => scanPieces(scanner, [bytes]);

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("the scanner in C", () => {
  test("accepts what is JSON and nothing else, without the other engine's help", () => {
    fc.assert(
      fc.property(damagedJson, (bytes) => {
        expect(whole(bytes) !== undefined).toBe(isJson(bytes));
      }),
      { numRuns: 5000 },
    );
  });

  test("says the same of a text in two pieces, wherever it is cut", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const bytes = encode(json);
        const verdict = whole(bytes);
        for (let at = 1; at < Math.min(bytes.length, 400); at++) {
          const halves = [bytes.subarray(0, at), bytes.subarray(at)];
          expect(scanPieces(scanner, halves)).toEqual(verdict);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([1, 2, 3, 7, 63, 64, 65])("says the same of a text in pieces of %i bytes", (size) => {
    fc.assert(
      fc.property(damagedJson, (bytes) => {
        expect(scanPieces(scanner, cut(bytes, size))).toEqual(whole(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test("judges UTF-8 as the other engine does, across the ends of blocks", () => {
    const seconds = [0x00, 0x22, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xff];
    const laters = [0x22, 0x80, 0xbf, 0xc0];
    for (const offset of [58, 60, 61, 62, 63, 80]) {
      for (let lead = 0x80; lead < 0x100; lead++) {
        for (const second of seconds) {
          for (const third of laters) {
            for (const fourth of laters) {
              const bytes = encode(`["${"x".repeat(offset - 2)}????"]`);
              bytes.set([lead, second, third, fourth], offset);
              const isRight = findFault(bytes, 9) === undefined;
              if ((whole(bytes) !== undefined) !== isRight) {
                expect.unreachable(`${[lead, second, third, fourth]} at ${offset}: ${isRight}`);
              }
            }
          }
        }
      }
    }
  });

  test("accepts every character there is, wherever a block or a piece ends in it", () => {
    for (let from = 0x80; from < 0x110000; from += 13) {
      const code = from >= 0xd800 && from < 0xe000 ? 0xe000 + (from & 0x7f) : from;
      const bytes = encode(`["${"x".repeat(58 + (from % 5))}${String.fromCodePoint(code)}"]`);
      const piece = 57 + (from % 9);
      if (scanPieces(scanner, cut(bytes, piece)) === undefined) {
        expect.unreachable(`U+${code.toString(16)} in pieces of ${piece}`);
      }
    }
  });

  test("counts line feeds, and says where carriage returns are among them", () => {
    const byte = fc.constantFrom(0x0a, 0x0a, 0x20, 0x61, 0xc3);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 99 }), fc.nat(99), (bytes, place) => {
        const input = new Uint8Array(scanner.memory.buffer, scanner.input_address(), 100);
        input.fill(0x0a).set(bytes);
        const count = bytes.filter((one) => one === 0x0a).length;
        expect(scanner.line_feeds(bytes.length)).toBe(count);
        input[place] = 0x0d;
        expect(scanner.line_feeds(bytes.length)).toBe(place < bytes.length ? -1 : count);
      }),
    );
  });
});
