import { expect, test } from "vitest";
import { renderSpark } from "./spark.ts";

const bars = (...given: Parameters<typeof renderSpark>) =>
  [
    ...`${renderSpark(...given)}`.matchAll(
      /<rect( class="marked")? x="([^"]*)" y="([^"]*)" width="[^"]*" height="([^"]*)"/g,
    ),
  ].map(([, marked, x, y, height]) => [Number(x), Number(y), Number(height), marked !== undefined]);

test("bars stand on zero, as high as their numbers, the marked one told apart", () => {
  expect(bars([1, 2, 3], 3)).toEqual([
    [0, 12, 6, false],
    [24, 6, 12, false],
    [48, 0, 18, true],
  ]);
});

test("negative numbers hang from zero", () => {
  expect(bars([-1, 1, 2]).map(([, y, height]) => [y, height])).toEqual([
    [12, 6],
    [6, 6],
    [0, 12],
  ]);
});

test("what is missing leaves its place", () => {
  expect(bars([1, undefined, 2, Number.NaN, 3]).map(([x]) => x)).toEqual([0, 28.8, 57.6]);
});

test("a thousand numbers are few bars", () => {
  expect(bars(Array.from({ length: 1_000 }, (_, i) => i)).length).toBeLessThanOrEqual(48);
});

test("the largest numbers draw no NaN", () => {
  expect(`${renderSpark([Number.MAX_VALUE, 1, 2])}`).not.toContain("NaN");
});

test.each([[[1, 2]], [[5, 5, 5]], [[]], [[Number.NaN, 1, Number.POSITIVE_INFINITY]]])(
  "%j is no picture",
  (numbers) => {
    expect(renderSpark(numbers)).toBeUndefined();
  },
);
