import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encode, plainAtom } from "../testing/json-text.ts";
import { atomEnd } from "./atom-token.ts";

const endOf = (text: string, at = 0) => {
  const bytes = encode(text);
  return atomEnd(bytes, new DataView(bytes.buffer), at);
};

describe("atomEnd", () => {
  const atoms = [
    ..."0 7 10 123 1234 12345 123456789012345 -1 -12345".split(" "),
    ..."0.0 -0.0 0.5 1.25 12345.678901234567890 -0.12345".split(" "),
    ..."1e5 1E5 1e+5 1e-5 -1.5E-10 0e0 -0e0 1e00 123456789012345678e1 1e1234567890123456".split(
      " ",
    ),
    ..."true false null".split(" "),
  ];
  for (const atom of atoms) {
    test(`takes ${atom}`, () => {
      for (const after of ["]", "}", ",", " ", "\n", "]    ", ",     1"]) {
        expect(endOf(atom + after)).toBe(atom.length);
        expect(endOf(`[ ${atom}${after}`, 2)).toBe(atom.length + 2);
      }
    });
  }

  for (const atom of "-0 NaN Infinity -Infinity 1234567890123456 -1234567890123456".split(" ")) {
    test(`takes ${atom}, negated: JSON.parse reads it differently or not at all`, () => {
      expect(endOf(`${atom},    `)).toBe(-atom.length);
      expect(endOf(`[ ${atom}]`, 2)).toBe(-(atom.length + 2));
    });
  }

  const none = [
    ...[
      "+1",
      ".5",
      "-",
      "--1",
      "-a",
      "1.",
      "1.e5",
      "1e",
      "1e+",
      "1E-",
      "1e+-1",
      "a",
      "'a'",
      "/",
      ":",
    ],
    ...[
      "tru",
      "trux",
      "fals",
      "nul",
      "Na",
      "nan",
      "Inf",
      "Infinitx",
      "inf",
      "-NaN",
      "-true",
      "-Inf",
    ],
    ...["", "é"],
  ];
  for (const atom of none) {
    test(`refuses ${JSON.stringify(atom)}`, () => {
      expect(endOf(`${atom}]`)).toBe(0);
      expect(endOf(`${atom}]         `)).toBe(0);
      expect(endOf(`[ ${atom}]`, 2)).toBe(0);
    });
  }

  const shorter: [text: string, end: number][] = [
    ["01]", 1],
    ["-01]", -2],
    ["00000]", 1],
    ["1.5.5]", 3],
    ["1e5e5]", 3],
    ["1-1]", 1],
    ["truetrue]", 4],
    ["1/2]", 1],
    ["12:3]", 2],
    ["1x]", 1],
  ];
  for (const [text, end] of shorter) {
    test(`takes only the beginning of ${text}`, () => {
      expect(endOf(text)).toBe(end);
    });
  }

  test("takes the numbers that JSON.stringify writes", () => {
    fc.assert(
      fc.property(plainAtom, (atom) => {
        expect(Math.abs(endOf(`${atom},"after"`))).toBe(atom.length);
        expect(Math.abs(endOf(`${atom}]`))).toBe(atom.length);
      }),
    );
  });
});
