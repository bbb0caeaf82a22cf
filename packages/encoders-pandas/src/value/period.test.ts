import { expect, test } from "vitest";
import { periodText } from "./period.ts";

// What pandas writes for the periods of 1969-12-31 23:59:59.999999999 and of 2024-02-29 12:34:56.789.
test.each([
  ["Y-DEC", -1n, "1969"],
  ["A-DEC", 54n, "2024"],
  ["Q-DEC", -1n, "1969Q4"],
  ["Q-MAR", 216n, "2024Q1"],
  ["M", -1n, "1969-12"],
  ["3M", 649n, "2024-02"],
  ["W-SUN", 2827n, "2024-02-26/2024-03-03"],
  ["W-WED", 2827n, "2024-02-29/2024-03-06"],
  ["D", -1n, "1969-12-31"],
  ["B", 14_130n, "2024-02-29"],
  ["h", -1n, "1969-12-31 23:00"],
  ["H", 474_684n, "2024-02-25 12:00"],
  ["min", -1n, "1969-12-31 23:59"],
  ["s", -1n, "1969-12-31 23:59:59"],
  ["ms", -1n, "1969-12-31 23:59:59.999"],
  ["us", 1n, "1970-01-01 00:00:00.000001"],
  ["ns", 1n, "1970-01-01 00:00:00.000000001"],
])("of %s, period %d is %s", (frequency, ordinal, text) => {
  expect(periodText(frequency)?.(ordinal)).toBe(text);
});

test.each(["", "X", "Q-", "constructor"])("%j is no frequency", (frequency) => {
  expect(periodText(frequency)).toBeUndefined();
});
