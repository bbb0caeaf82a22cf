import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FloatText, floatText, isFloatText, pythonFloat } from "./float-text.ts";

describe("pythonFloat", () => {
  // Each as Python 3's repr() writes it.
  const texts: [value: number, text: string][] = [
    [0, "0.0"],
    [-0, "-0.0"],
    [1, "1.0"],
    [-1, "-1.0"],
    [10, "10.0"],
    [0.1, "0.1"],
    [-0.5, "-0.5"],
    [123.456, "123.456"],
    [123456789, "123456789.0"],
    [0.001, "0.001"],
    [0.0001, "0.0001"],
    [0.00012345, "0.00012345"],
    [0.00009999, "9.999e-05"],
    [1e-5, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [-1.5e-10, "-1.5e-10"],
    [1e-100, "1e-100"],
    [999999999999999.9, "999999999999999.9"],
    [1e15, "1000000000000000.0"],
    [9007199254740992, "9007199254740992.0"],
    [9999999999999998, "9999999999999998.0"],
    [1e16, "1e+16"],
    [12345678901234567000, "1.2345678901234567e+19"],
    [1e21, "1e+21"],
    [1e22, "1e+22"],
    [1.5e300, "1.5e+300"],
    [5e-324, "5e-324"],
    [2.2250738585072014e-308, "2.2250738585072014e-308"],
    [Number.MAX_VALUE, "1.7976931348623157e+308"],
    [Number.NaN, "nan"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
  ];
  for (const [value, text] of texts) {
    test(`writes ${text}`, () => {
      expect(pythonFloat(value)).toBe(text);
    });
  }

  test("writes what reads back as the same double, with a point or an exponent", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = pythonFloat(value);
        expect(Object.is(Number(text), value)).toBe(true);
        expect(text).toMatch(/^-?\d+\.\d+$|^-?\d(\.\d+)?e[+-]\d{2,3}$/);
        const magnitude = Math.abs(value);
        expect(text.includes("e")).toBe(value !== 0 && (magnitude < 1e-4 || magnitude >= 1e16));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("floatText", () => {
  test("marks a number", () => {
    expect(floatText(1)).toBeInstanceOf(FloatText);
    expect(floatText(1.5).value).toBe(1.5);
  });

  test("is known by its brand, also across copies of the package", () => {
    expect(isFloatText(floatText(1))).toBe(true);
    expect(isFloatText({ value: 1, "scrapbook.float.v1": true })).toBe(true);
    for (const other of [1, null, undefined, "a", {}, { value: 1 }]) {
      expect(isFloatText(other)).toBe(false);
    }
  });
});
