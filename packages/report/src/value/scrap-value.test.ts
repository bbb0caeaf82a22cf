import { type Encoder, parseNotebook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { type GivenScrap, notebookOf } from "../../test/notebook.ts";
import { readScrapValue } from "./scrap-value.ts";

const table = { columns: ["a"], length: 1, rows: () => [{ a: 1 }] };
const encoders: Encoder<never, never>[] = [
  { name: "table", encodable: () => false, encode: () => 1 as never, decode: () => table as never },
  { name: "year", encodable: () => false, encode: () => 1 as never, decode: () => 2026 as never },
  {
    name: "broken",
    encodable: () => false,
    encode: () => 1 as never,
    decode: () => {
      throw new Error("no");
    },
  },
];

const valueOfScrap = (scrap: GivenScrap) => {
  const { scraps } = notebookOf({ x: scrap }, { options: { encoders } });
  return readScrapValue(scraps.get("x") as NonNullable<ReturnType<typeof scraps.get>>);
};

test.each<[string, GivenScrap, unknown]>([
  ["a string", { data: "a" }, { kind: "scalar", value: "a", text: "a" }],
  ["a number", { data: 1.5 }, { kind: "scalar", value: 1.5, text: "1.5" }],
  ["a boolean", { data: false }, { kind: "scalar", value: false, text: "false" }],
  [
    "null in a json string",
    { data: "null", encoder: "json" },
    { kind: "scalar", value: null, text: "null" },
  ],
  [
    "a number in a json string",
    { data: "1.50", encoder: "json" },
    { kind: "scalar", value: 1.5, text: "1.5" },
  ],
  ["a list", { data: [1] }, { kind: "json", value: [1] }],
  ["a display", { display: { "text/plain": "x" } }, { kind: "none" }],
  ["a table", { data: 1, encoder: "table" }, { kind: "table", table }],
  [
    "a number of another encoder",
    { data: "x", encoder: "year" },
    { kind: "scalar", value: 2026, text: "2026" },
  ],
  [
    "a DataFrame",
    { data: "UEFS", encoder: "pandas" },
    { kind: "stored", encoder: "pandas", size: 6 },
  ],
])("%s", (_what, scrap, value) => {
  expect(valueOfScrap(scrap)).toEqual(value);
});

test("a value that does not decode is its error", () => {
  expect(valueOfScrap({ data: 1, encoder: "broken" })).toMatchObject({
    kind: "error",
    error: { code: "encoder-decode-failed" },
  });
});

test("a number stands as the notebook spells it", () => {
  const bytes = `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","metadata":{},"outputs":[
    {"output_type":"display_data","metadata":{},"data":{"application/scrapbook.scrap.json+json":{"name":"x","data":1.0,"encoder":"json","version":1}}},
    {"output_type":"display_data","metadata":{},"data":{"application/scrapbook.scrap.json+json":{"name":"y","data":123456789012345678901,"encoder":"json","version":1}}}]}]}`;
  const { scraps } = parseNotebook(bytes);
  expect([...scraps.values()].map((scrap) => readScrapValue(scrap))).toMatchObject([
    { text: "1.0" },
    { text: "123456789012345678901", value: 123456789012345678901n },
  ]);
});
