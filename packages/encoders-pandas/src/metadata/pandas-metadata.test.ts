import { expect, test } from "vitest";
import { readPandasMetadata } from "./pandas-metadata.ts";

const read = (pandas: string, more: [string, string][] = []) =>
  readPandasMetadata(new Map([["pandas", pandas], ...more]));

test("a schema without metadata has none", () => {
  expect(readPandasMetadata(null)).toBeUndefined();
  expect(readPandasMetadata(new Map([["other", "{}"]]))).toBeUndefined();
});

test("members that are missing have defaults", () => {
  expect(read("{}")).toEqual({
    indexColumns: [],
    columnLevels: [],
    columns: [],
    attrs: {},
    pandasMajor: 3,
  });
});

test("attrs of pandas come before those of pyarrow", () => {
  expect(read('{"attributes": {"a": 1}}')?.attrs).toEqual({ a: 1 });
  expect(read('{"attributes": {"a": 1}}', [["PANDAS_ATTRS", '{"a": NaN}']])?.attrs).toEqual({
    a: Number.NaN,
  });
});

test.each([
  ["no JSON", "no JSON"],
  ["[]", "no object"],
  ['{"columns": 1}', "columns that is no list"],
  ['{"columns": [1]}', "a column that is no object"],
  ['{"column_indexes": ["x"]}', "a level that is no object"],
  ['{"index_columns": [{"kind": "tree"}]}', "kind tree"],
  ['{"index_columns": [{"kind": "range", "start": 0, "stop": 1, "step": 0}]}', "without integers"],
  [
    '{"index_columns": [{"kind": "range", "start": 0, "stop": 1e99, "step": 1}]}',
    "without integers",
  ],
  ['{"attributes": 5}', "attrs that is no object"],
])("%s is refused", (text, got) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: "encoder-decode-failed",
      message: expect.stringContaining(got),
    }),
  );
});
