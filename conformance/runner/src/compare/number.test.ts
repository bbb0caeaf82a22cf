import { describe, expect, test } from "vitest";
import { isNumberText, type NumberLevel, sameNumber } from "./number.ts";

const digits = "123456789012345678901234567890";
const rows: readonly [string, string, readonly NumberLevel[]][] = [
  ["1", "1", ["source", "exact", "float64"]],
  ["1.0", "1", ["exact", "float64"]],
  ["1e0", "1.0", ["exact", "float64"]],
  ["1e16", "1e+16", ["exact", "float64"]],
  ["0.1", "0.1000000000000000055511151231257827", ["exact", "float64"]],
  ["0.1", "0.10000000000000002", []],
  ["1e400", "Infinity", ["exact", "float64"]],
  ["-1e400", "-Infinity", ["exact", "float64"]],
  ["NaN", "NaN", ["source", "exact", "float64"]],
  ["NaN", "Infinity", []],
  ["-0", "0", ["exact", "float64"]],
  ["-0.0", "0.0", []],
  ["-0.0", "0", []],
  ["-0.0", "-0.0", ["source", "exact", "float64"]],
  ["9007199254740993", "9007199254740992", ["float64"]],
  ["9007199254740993", "9007199254740993.0", ["float64"]],
  ["9007199254740992", "9007199254740992.0", ["exact", "float64"]],
  [digits, "1.2345678901234568e+29", ["float64"]],
  [digits, digits, ["source", "exact", "float64"]],
  ["9".repeat(400), "Infinity", ["float64"]],
  ["0", "1", []],
];

describe("sameNumber", () => {
  for (const [a, b, levels] of rows) {
    for (const level of ["source", "exact", "float64"] as const) {
      const same = levels.includes(level);
      test(`${level}: ${short(a)} ${same ? "agrees with" : "differs from"} ${short(b)}`, () => {
        expect(sameNumber(a, b, level)).toBe(same);
        expect(sameNumber(b, a, level)).toBe(same);
      });
    }
  }
});

describe("isNumberText", () => {
  for (const text of ["0", "-0", "1.50", "1E+9", "NaN", "-Infinity", digits]) {
    test(`takes ${short(text)}`, () => expect(isNumberText(text)).toBe(true));
  }
  for (const text of ["", "01", "+1", ".5", "1.", "inf", "-NaN", "0x1", " 1", "1_000"]) {
    test(`refuses ${JSON.stringify(text)}`, () => expect(isNumberText(text)).toBe(false));
  }
});

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 20)}… (${text.length})` : text;
}
