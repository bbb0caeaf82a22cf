import { deepStrictEqual } from "node:assert";

/** What every consumer finds in `AAA.ipynb`, which papermill and pandas wrote. */
const values = { symbol: "AAA", distance: 0.3268, length: 756 };
const frame = [{ date: "2023-01-02T00:00:00", close: 98.12, high: 98.12 }];

/** Throws unless a program found what is in the notebook. @param text What it printed last, as JSON. */
export function expectFound(text: string): void {
  const line = text.trimEnd().split("\n").at(-1) ?? "";
  const found = line.startsWith("{") ? JSON.parse(line) : text;
  deepStrictEqual(found, { ...values, frame });
}
