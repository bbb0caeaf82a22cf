import { expect, test } from "vitest";
import { plot } from "./plot.js";

const picture = plot({
  title: "Growth",
  x: "MB",
  y: "seconds",
  series: [
    { name: "a & b", points: [[1, 0.1] as const, [10, 1] as const, [100, 10] as const] },
    { name: "c", points: [[1, 1] as const, [100, 10] as const] },
  ],
});

test("a plot has a line for each series, and a dot for each point", () => {
  expect(picture.match(/<polyline/g)).toHaveLength(2);
  expect(picture.match(/<circle/g)).toHaveLength(5);
});

test("a tenfold value is as far away everywhere: the axes are logarithmic", () => {
  const [line = ""] = picture.match(/points="[^"]+"/) ?? [];
  const [first, second, third] = [...line.matchAll(/([\d.]+),/g)].map(([, x]) => Number(x));
  expect(Number(second) - Number(first)).toBeCloseTo(Number(third) - Number(second), 0);
});

test("names are escaped, and lie apart where lines end in one point", () => {
  expect(picture).toContain("a &amp; b");
  const places = [...picture.matchAll(/y="([\d.]+)" fill=/g)].map(([, y]) => Number(y));
  expect(Math.abs(Number(places[0]) - Number(places[1]))).toBeGreaterThanOrEqual(15);
});
