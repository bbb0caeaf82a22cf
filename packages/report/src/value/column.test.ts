import { expect, test } from "vitest";
import { renderColumn } from "./column.ts";
import type { ScrapValue } from "./scrap-value.ts";

const scalar = (value: number | string): ScrapValue => ({
  kind: "scalar",
  value,
  text: String(value),
});

test("numbers stand right, by their points", () => {
  const { isNumeric, cells } = renderColumn([scalar(0.25), scalar(1.5), undefined]);
  expect(isNumeric).toBe(true);
  expect(cells.map(String)).toEqual([
    '<td class="number">0.25</td>',
    '<td class="number" style="--places:1">1.5</td>',
    "<td></td>",
  ]);
});

test("a column with text among its numbers has a head of text", () => {
  const { isNumeric, cells } = renderColumn([scalar(1), scalar("x")]);
  expect(isNumeric).toBe(false);
  expect(cells.map(String)).toEqual(['<td class="number">1</td>', "<td>x</td>"]);
});

test("long text is not squeezed, and very long text is cut", () => {
  const [cell] = renderColumn([scalar("word ".repeat(100))]).cells;
  expect(`${cell}`).toMatch(/^<td class="long">.{120}…<\/td>$/);
});

test("a display has no value, and an empty column is none of numbers", () => {
  expect(renderColumn([{ kind: "none" }])).toMatchObject({ isNumeric: false });
  expect(renderColumn([{ kind: "none" }]).cells.map(String)).toEqual(["<td></td>"]);
});
