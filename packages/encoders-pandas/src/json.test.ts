import { expect, test } from "vitest";
import { createDataFrame } from "./encode/create-frame.ts";
import { type JSONOrient, toJSON } from "./json.ts";
import { frameOf } from "./testing/payload.ts";

const frame = createDataFrame({
  columns: [
    ["b", [1, 2.5]],
    ["10", [1n, 2n ** 60n]],
    ["2", ["x", null]],
  ],
  index: { values: [7n, 5n] },
});

test.each<[JSONOrient, string]>([
  [
    "columns",
    '{"b":{"7":1.0,"5":2.5},"10":{"7":1,"5":1152921504606846976},"2":{"7":"x","5":null}}',
  ],
  ["index", '{"7":{"b":1.0,"10":1,"2":"x"},"5":{"b":2.5,"10":1152921504606846976,"2":null}}'],
  ["records", '[{"b":1.0,"10":1,"2":"x"},{"b":2.5,"10":1152921504606846976,"2":null}]'],
  [
    "split",
    '{"columns":["b","10","2"],"index":[7,5],"data":[[1.0,1,"x"],[2.5,1152921504606846976,null]]}',
  ],
  ["values", '[[1.0,1,"x"],[2.5,1152921504606846976,null]]'],
])("orient %s keeps order and digits", (orient, expected) => {
  expect(toJSON(frame, { orient })).toBe(expected);
});

test("without an orient it is columns", () => {
  expect(toJSON(frame)).toBe(toJSON(frame, { orient: "columns" }));
});

test("indentation is an option", () => {
  expect(toJSON(createDataFrame([{ a: 1 }]), { orient: "records", indent: 2 })).toBe(
    '[\n  {\n    "a": 1.0\n  }\n]',
  );
  expect(toJSON(createDataFrame([]), { orient: "records", indent: 2 })).toBe("[]");
});

test("what JSON has not is null, bytes are base64", () => {
  const odd = createDataFrame({
    columns: { f: [Number.NaN, Number.POSITIVE_INFINITY], b: [Uint8Array.of(0, 1, 2), null] },
  });
  expect(toJSON(odd, { orient: "values" })).toBe('[[null,"AAEC"],[null,null]]');
});

test("rows of one label cannot be keys", () => {
  const twice = createDataFrame({ columns: { x: [1, 2] }, index: { values: ["a", "a"] } });
  for (const orient of ["columns", "index"] as const) {
    expect(() => toJSON(twice, { orient })).toThrow(
      expect.objectContaining({ code: "usage-argument" }),
    );
  }
  expect(toJSON(twice, { orient: "values" })).toBe("[[1.0],[2.0]]");
});

test("an orient that there is not is refused", () => {
  expect(() => toJSON(frame, { orient: "list" as JSONOrient })).toThrow(
    expect.objectContaining({ code: "usage-argument" }),
  );
});

test("a table tells dtypes and the key", () => {
  expect(
    JSON.parse(toJSON(frameOf("pandas3-category-ordered"), { orient: "table" })).schema,
  ).toEqual({
    fields: [
      { name: "index", type: "integer" },
      {
        name: "size",
        type: "any",
        constraints: { enum: ["unused", "S", "M", "L"] },
        ordered: true,
      },
    ],
    primaryKey: ["index"],
    pandas_version: "1.4.0",
  });
});
