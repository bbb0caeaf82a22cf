import { expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { type Description, describe, describeScrap } from "./describe.ts";
import type { Scrap } from "./scrap.ts";
import { tableOf } from "./table.ts";

const table = tableOf(["a", "b"], [[1, 2]]);

test.each<[unknown, Description]>([
  [undefined, { kind: "none", size: "", preview: "" }],
  [null, { kind: "null", size: "", preview: "null" }],
  [true, { kind: "boolean", size: "", preview: "true" }],
  [0.1, { kind: "number", size: "", preview: "0.1" }],
  [Number.NaN, { kind: "number", size: "", preview: "NaN" }],
  [10n ** 20n, { kind: "number", size: "", preview: "100000000000000000000" }],
  ['say "hi"', { kind: "text", size: "", preview: 'say "hi"' }],
  ["", { kind: "text", size: "", preview: "" }],
  [[1, "x"], { kind: "list", size: "2 items", preview: '[1, "x"]' }],
  [[1], { kind: "list", size: "1 item", preview: "[1]" }],
  [{ a: 1 }, { kind: "object", size: "1 member", preview: '{"a": 1}' }],
  [table, { kind: "table", size: "1 row × 2 columns", preview: '["a", "b"]' }],
  [() => 1, { kind: "other", size: "", preview: "function" }],
])("tells a value's kind, size and beginning (%#)", (value, expected) => {
  expect(describe(value)).toEqual(expected);
});

test("cuts the preview, and no character in two", () => {
  expect(describe("x".repeat(100)).preview).toBe(`${"x".repeat(80)}…`);
  expect(describe("a😀", { maxLength: 2 }).preview).toBe("a…");
  expect(describe([1, 2, 3], { maxLength: 4 }).preview).toBe("[1, …");
  expect(describe({ length: 12_345 }, { maxLength: 100 }).preview).toBe('{"length": 12345}');
});

test("counts what it does not show", () => {
  expect(describe(Array.from({ length: 12_345 }), { maxLength: 1 }).size).toBe("12,345 items");
});

/** The scraps of a notebook with these payloads, as JSON text. */
function scraps(...payloads: readonly [encoder: string, data: string][]): readonly Scrap[] {
  const outputs = payloads.map(
    ([encoder, data], index) => `{"output_type": "display_data", "metadata": {}, "data":
      {"application/scrapbook.scrap.${encoder}+json":
        {"name": "${index}", "data": ${data}, "encoder": "${encoder}", "version": 1}}}`,
  );
  const notebook = parseNotebook(`{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells":
    [{"cell_type": "code", "metadata": {}, "source": "", "outputs": [${outputs.join(",")}]}]}`);
  return [...notebook.scraps.values()];
}

test.each<[encoder: string, data: string, Description]>([
  ["json", "1.0", { kind: "number", size: "", preview: "1.0" }],
  ["json", "1e-07", { kind: "number", size: "", preview: "1e-07" }],
  ["json", '"{\\"a\\": 1}"', { kind: "object", size: "1 member", preview: '{"a": 1}' }],
  ["text", '"12"', { kind: "text", size: "", preview: "12" }],
  ["json", '"null"', { kind: "null", size: "", preview: "null" }],
  ["pandas", '"UEFSMQ=="', { kind: "stored", size: "", preview: "encoder-unknown" }],
  ["display", "3", { kind: "error", size: "", preview: "encoder-display-payload" }],
])(
  "tells a scrap's kind, and its number as the notebook spells it (%#)",
  (encoder, data, expected) => {
    const [scrap] = scraps([encoder, data]);
    expect(describeScrap(scrap as Scrap)).toEqual(expected);
  },
);

test("a display alone is nothing", () => {
  const [scrap] = parseNotebook({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      {
        cell_type: "code",
        metadata: {},
        source: "",
        outputs: [
          {
            output_type: "display_data",
            data: { "text/plain": "x" },
            metadata: { scrapbook: { name: "chart", data: false, display: true } },
          },
        ],
      },
    ],
  }).scraps.values();
  expect(describeScrap(scrap as Scrap)).toEqual({ kind: "none", size: "", preview: "" });
});
