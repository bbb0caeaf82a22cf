import { expect, test } from "vitest";
import { aFormat, createFormat, type NumberFormat } from "./number-format.ts";

test.each<[NumberFormat, number | bigint, string]>([
  [{ style: "percent", digits: 1 }, 0.3268, "32.7%"],
  [{ digits: 2 }, 1234.5, "1,234.50"],
  [{ unit: "ms" }, 12, "12\u00a0ms"],
  [{ style: "currency", currency: "EUR", locale: "de" }, 1.5, "1,50\u00a0€"],
  [{}, 10n ** 20n, "100,000,000,000,000,000,000"],
  [{ digits: 1 }, Number.NaN, "NaN"],
])("%j shows %s as %s", (format, value, text) => {
  expect(createFormat(format)?.(value)).toBe(text);
});

test.each([
  [{ style: "percentage" }],
  [{ style: "currency" }],
  [{ digits: 21 }],
  [{ digit: 1 }],
  [{ locale: "???" }],
  [{ unit: 1 }],
  ["percent"],
  [null],
])("%j is no format", (format) => {
  expect(aFormat.fits(format)).toBe(false);
});
