import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Label } from "./label.ts";
import { parseTuple } from "./python-literal.ts";
import { pythonString, quoted } from "./python-repr.ts";

describe("tuples of Python", () => {
  test.each<[string, readonly Label[]]>([
    ["('A', 'x')", ["A", "x"]],
    ["('A', \"it's\")", ["A", "it's"]],
    ["(\"B, ('\", '')", ["B, ('", ""]],
    ["('one',)", ["one"]],
    ["()", []],
    ["('a', None, True, False)", ["a", null, true, false]],
    ["('a', nan)", ["a", Number.NaN]],
    ["('a', 1, -2.5)", ["a", 1, -2.5]],
    ["('\\n\\t\\\\\\'', '\\xe9', '\\u20ac', '\\U0001f422')", ["\n\t\\'", "é", "€", "🐢"]],
  ])("%s are read", (text, labels) => {
    expect(parseTuple(text)).toEqual(labels);
  });

  test.each([
    "",
    "x",
    "('a'",
    "('a', ",
    "('a' 'b')",
    "('a',) x",
    "(constructor)",
    "('\\U00110000',)",
    "('a",
    "(a,)",
  ])("%s is no tuple", (text) => {
    expect(parseTuple(text)).toBeUndefined();
  });

  test("of any text come back", () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (labels) => {
        expect(parseTuple(pythonString(labels))).toEqual(labels);
      }),
    );
  });
});

describe("repr of Python", () => {
  test.each([
    ["plain", "'plain'"],
    ["it's", '"it\'s"'],
    ['it\'s "so"', "'it\\'s \"so\"'"],
    ["a\nb\t\\", "'a\\nb\\t\\\\'"],
    ["\u00a0é\u2028\u{e0001}", "'\\xa0é\\u2028\\U000e0001'"],
  ])("%j is quoted", (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  test.each<[Label, string]>([
    [null, "None"],
    [true, "True"],
    [1.5, "1.5"],
    [Number.NaN, "nan"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [2n ** 70n, "1180591620717411303424"],
    [["a", null], "('a', None)"],
    [["a"], "('a',)"],
  ])("%s is a label as text: %s", (label, expected) => {
    expect(pythonString(label)).toBe(expected);
  });
});
