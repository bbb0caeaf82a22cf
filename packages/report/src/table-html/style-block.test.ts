import { expect, test } from "vitest";
import { stylesOnlyDataframes } from "./style-block.ts";

test.each([
  ["nothing", ""],
  [
    "pandas'",
    "\n    .dataframe tbody tr th:only-of-type {\n vertical-align: middle;\n }\n .dataframe thead th { text-align: right; }\n",
  ],
  [
    "Polars'",
    ".dataframe > thead > tr,\n.dataframe > tbody > tr {\n text-align: right;\n white-space: pre-wrap;\n}",
  ],
  ["a commented one", "/* x */ .dataframe{}"],
])("%s style is about DataFrames only", (_what, css) => {
  expect(stylesOnlyDataframes(css)).toBe(true);
});

test.each([
  ["another selector", "#T_1 td {}"],
  ["one other selector among them", ".dataframe, td {}"],
  ["a class that only begins so", ".dataframes {}"],
  ["an import", "@import 'x';"],
  ["a media query", "@media print {.dataframe{}}"],
  ["a rule without its end", ".dataframe {"],
  ["text after the rules", ".dataframe {} x"],
  ["nested rules", ".dataframe { td {} }"],
])("a style with %s is not", (_what, css) => {
  expect(stylesOnlyDataframes(css)).toBe(false);
});
