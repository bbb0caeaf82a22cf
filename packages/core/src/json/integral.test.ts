import { describe, expect, test } from "vitest";
import { integralValue } from "./integral.ts";

describe("integralValue", () => {
  const values: [text: string, value: bigint | undefined][] = [
    ["1", 1n],
    ["-0", 0n],
    ["-12", -12n],
    ["1.0", 1n],
    ["1e0", 1n],
    ["10E-1", 1n],
    ["9007199254740993", 9007199254740993n],
    ["1.5", undefined],
    ["1e400", undefined],
    ["NaN", undefined],
    ["Infinity", undefined],
    ["-Infinity", undefined],
    ['"1"', undefined],
    ["true", undefined],
  ];
  for (const [text, value] of values) {
    test(`of ${text} is ${value}`, () => {
      expect(integralValue(text)).toBe(value);
    });
  }

  test("has a limit of 4,300 characters", () => {
    expect(integralValue("9".repeat(4300))).toBe(10n ** 4300n - 1n);
    expect(integralValue("9".repeat(4301))).toBeUndefined();
  });
});
