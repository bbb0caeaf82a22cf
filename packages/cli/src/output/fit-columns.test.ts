import { expect, test } from "vitest";
import { fitColumns } from "./fit-columns.ts";

const none = undefined;

test.each([
  ["what fits stays as it is", [10, 10], [], 22, [10, 10]],
  ["the widest gives first", [10, 40], [], 40, [10, 28]],
  ["columns of the same width give alike", [40, 40], [], 42, [20, 20]],
  ["the least important goes before columns get too narrow", [20, 20, 20], [2], 24, [11, 11, none]],
  ["what can be spared stays where there is room", [20, 20, 20], [2], 60, [18, 18, 18]],
  ["without room no column is narrower than four", [20, 20], [], 3, [4, 4]],
])("%s", (_, wanted, spare, columns, widths) => {
  expect(fitColumns(wanted, spare, columns)).toEqual(widths);
});
