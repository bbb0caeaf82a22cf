import fc from "fast-check";
import { expect, test } from "vitest";
import { hybridBytes } from "./hybrid.ts";

/** Reads the encoding back, as Parquet's specification has it. */
function decodeHybrid(bytes: Uint8Array, width: number, count: number): number[] {
  const values: number[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (values.length < count) {
    const head = varint();
    if (head % 2 === 0) {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value += (bytes[at++] as number) * 2 ** shift;
      for (let i = 0; i < head / 2; i++) values.push(value);
      continue;
    }
    const bits = ((head - 1) / 2) * 8 * width;
    for (let bit = 0; bit < bits; bit += width) {
      let value = 0;
      for (let i = 0; i < width; i++) {
        const place = bit + i;
        value += (((bytes[at + (place >> 3)] as number) >> (place & 7)) & 1) * 2 ** i;
      }
      values.push(value);
    }
    at += bits / 8;
  }
  expect(at).toBe(bytes.length);
  return values.slice(0, count);
}

const runs = (width: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 2 ** width - 1 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 40,
    })
    .map((parts) => parts.flatMap(([value, length]) => new Array<number>(length).fill(value)));

test.each([1, 2, 3, 7, 8, 9, 16, 20])("runs and groups of %i bits come back", (width) => {
  fc.assert(
    fc.property(runs(width), (values) => {
      expect(decodeHybrid(hybridBytes(values, width), width, values.length)).toEqual(values);
    }),
  );
});

test("a long run takes a few bytes", () => {
  expect(hybridBytes(new Uint8Array(1_000_000), 1).length).toBeLessThan(8);
});
