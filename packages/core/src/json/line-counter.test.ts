import fc from "fast-check";
import { expect, test } from "vitest";
import { encode } from "../testing/json-text.ts";
import { LineCounter } from "./line-counter.ts";
import { positionOf } from "./position.ts";

const text = fc
  .array(fc.constantFrom("\n", "\r", "\r\n", "a", "\t", "é", "数", "😀", "long enough", "\u000e"))
  .map((parts) => encode(parts.join("")));

/** As a scanner tells it. */
function lineFeeds(piece: Uint8Array): number | undefined {
  return piece.includes(0x0d) ? undefined : piece.filter((byte) => byte === 0x0a).length;
}

test("lines and columns of pieces are those of the whole, wherever it is cut", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), fc.boolean(), (bytes, size, isCounted) => {
      const counter = new LineCounter();
      for (let at = 0; at < bytes.length; at += size) {
        expect(counter.position(bytes[at])).toEqual(positionOf(bytes, at));
        const piece = bytes.subarray(at, at + size);
        counter.take(piece, piece.length, isCounted ? lineFeeds(piece) : undefined);
      }
      expect(counter.position(undefined)).toEqual(positionOf(bytes, bytes.length));
    }),
  );
});
