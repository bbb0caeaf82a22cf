import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoints } from "./code-points.ts";

const compare = (a: number[], b: number[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return Math.sign((a[i] as number) - (b[i] as number));
  }
  return Math.sign(a.length - b.length);
};
const points = (text: string) =>
  Array.from(text, (character) => character.codePointAt(0) as number);

test("strings are ordered by code point, beyond the basic plane too", () => {
  const sorted = ["", "A", "a", "a10", "a2", "\ud7ff", "\ue000", "\uffff", "😀"];
  expect([...sorted].reverse().sort(byCodePoints)).toEqual(sorted);
});

test("the order is that of the arrays of code points", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      expect(Math.sign(byCodePoints(a, b))).toBe(compare(points(a), points(b)));
    }),
  );
});
