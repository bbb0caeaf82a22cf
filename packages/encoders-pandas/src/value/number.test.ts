import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, parseDecimal, readWide, writeWide } from "./decimal.ts";
import { float16, float16Bits } from "./float16.ts";

describe("decimals", () => {
  test.each([
    [0n, 0, "0"],
    [5n, 2, "0.05"],
    [-5n, 2, "-0.05"],
    [1234n, 2, "12.34"],
    [10n ** 37n, 37, `1.${"0".repeat(37)}`],
    [12n, -2, "1200"],
    [0n, -2, "0"],
  ])("%d with scale %i is %s", (unscaled, scale, text) => {
    expect(decimalText(unscaled, scale)).toBe(text);
  });

  test("come back from their text", () => {
    const unscaled = fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n });
    fc.assert(
      fc.property(unscaled, fc.integer({ min: 0, max: 38 }), (value, scale) => {
        expect(parseDecimal(decimalText(value, scale), scale)).toBe(value);
      }),
    );
  });

  test.each(["", ".", "1e5", "0x1", "1.234", "NaN", "1.2.3", "--1"])(
    "%s is none of two digits behind the point",
    (text) => {
      expect(parseDecimal(text, 2)).toBeUndefined();
    },
  );

  test.each(["1", "+1.5", ".5", "1.", "1.500", " 1.5 "])("%j is one", (text) => {
    expect(parseDecimal(text, 2)).toBe(BigInt(Math.round(Number(text) * 100)));
  });

  test.each([1, 2, 4])("of %i words come back from their words", (size) => {
    const limit = 2n ** BigInt(64 * size - 1);
    fc.assert(
      fc.property(fc.bigInt({ min: -limit, max: limit - 1n }), (value) => {
        const words = new BigUint64Array(3 * size);
        writeWide(words, 1, size, value);
        expect(readWide(words, 1, size)).toBe(value);
        expect(readWide(words, 2, size)).toBe(0n);
      }),
    );
  });
});

describe("half floats", () => {
  test("all 65,536 come back from their bits", () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const value = float16(bits);
      if (!Number.isNaN(value)) expect(float16Bits(value)).toBe(bits);
    }
    expect(float16(float16Bits(Number.NaN))).toBeNaN();
  });

  test.each([
    [65_519, 65_504],
    [65_520, Number.POSITIVE_INFINITY],
    [-65_520, Number.NEGATIVE_INFINITY],
    [2 ** -25, 0],
    [2 ** -25 + 2 ** -40, 2 ** -24],
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [2047.5, 2048],
    [0.1, 0.0999755859375],
  ])("%d is rounded to %d, ties to even", (value, rounded) => {
    expect(float16(float16Bits(value))).toBe(rounded);
  });
});
