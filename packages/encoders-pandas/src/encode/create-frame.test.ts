import { describe, expect, test } from "vitest";
import type { DataFrame } from "../frame/data-frame.ts";
import { toParquet } from "../parquet.ts";
import { decoded } from "../testing/payload.ts";
import { createDataFrame } from "./create-frame.ts";
import type { Dtype } from "./dtype.ts";
import type { ColumnInput, FrameInput } from "./frame-input.ts";

/** What another reader of its file would see. */
const written = (frame: DataFrame): DataFrame => decoded(toParquet(frame));

const unsupported = (what: RegExp) =>
  expect.objectContaining({ code: "encoder-unsupported", message: expect.stringMatching(what) });

describe("dtypes that nobody named", () => {
  test.each<[string, ColumnInput, string]>([
    ["numbers", [1, 2], "float64"],
    ["numbers and nothing", [1, null], "float64"],
    ["bigints", [1n, 2n], "int64"],
    ["bigints and nothing", [1n, undefined], "Int64"],
    ["booleans", [true, false], "bool"],
    ["booleans and nothing", [true, null], "boolean"],
    ["strings", ["a", "2024-01-01"], "str"],
    ["Dates", [new Date(0), null], "datetime64[ms, UTC]"],
    ["Uint8Arrays", [Uint8Array.of(1), null], "object"],
    ["nothing", [null, undefined], "object"],
    ["an Int8Array", Int8Array.of(1, 2), "int8"],
    ["a Uint8ClampedArray", Uint8ClampedArray.of(1, 2), "uint8"],
    ["a BigUint64Array", BigUint64Array.of(1n, 2n), "uint64"],
    ["a Float32Array", Float32Array.of(1, 2), "float32"],
  ])("are, of %s", (_, values, dtype) => {
    const frame = createDataFrame({ columns: { x: values } });
    expect(frame.dtypes).toEqual({ x: dtype });
    expect(written(frame).dtypes).toEqual({ x: dtype });
    expect(written(frame).rows()).toEqual(frame.rows());
  });

  test.each<[string, readonly unknown[], RegExp]>([
    ["numbers and strings", [1, "1"], /"1" in row 1, after values of the kind number/],
    ["numbers and bigints", [1, 1n], /1n in row 1/],
    ["arrays", [[1]], /a list in row 0/],
    ["objects", [{ a: 1 }], /an object in row 0/],
    ["functions", [() => 1], /a function in row 0/],
  ])("are not guessed of %s", (_, values, what) => {
    expect(() => createDataFrame({ columns: { x: values } })).toThrow(unsupported(what));
  });
});

describe("values", () => {
  test.each<[string, Dtype, readonly unknown[], readonly unknown[]]>([
    ["decimals", "decimal(5, 2)", ["1.5", 3, null, -2n], ["1.50", "3.00", null, "-2.00"]],
    [
      "times",
      "datetime64[ns]",
      ["2024-01-01 00:00:00.000000001", new Date(0), 5n],
      ["2024-01-01T00:00:00.000000001", "1970-01-01T00:00:00", "1970-01-01T00:00:00.000000005"],
    ],
    [
      "times in a zone",
      "datetime64[us, +05:30]",
      ["2024-01-01T00:00Z", null],
      ["2024-01-01T05:30:00+05:30", null],
    ],
    [
      "durations",
      "timedelta64[us]",
      ["P1DT0.000001S", "-PT1S", null],
      ["P1DT0.000001S", "-PT1S", null],
    ],
    [
      "days",
      "date",
      ["2024-02-29", new Date("2024-02-29"), 0n],
      ["2024-02-29", "2024-02-29", "1970-01-01"],
    ],
    [
      "times of day",
      "time",
      ["12:30", "23:59:59.999999", null],
      ["12:30:00", "23:59:59.999999", null],
    ],
    ["lists", { list: "float64" }, [[1, 2], Float64Array.of(3), [], null], [[1, 2], [3], [], null]],
    ["lists of lists", { list: { list: "str" } }, [[["a"], null], null], [[["a"], null], null]],
    [
      "structs",
      { struct: { a: "int64", b: "str" } },
      [{ a: 1, b: "x" }, { b: "y" }, null],
      [{ a: 1, b: "x" }, { a: null, b: "y" }, null],
    ],
    [
      "maps",
      { map: ["str", "int64"] },
      [new Map([["k", 1]]), [["l", 2n]], null],
      [[["k", 1]], [["l", 2]], null],
    ],
    ["periods", "period[M]", [648n, null], ["2024-01", null]],
    ["intervals", "interval[float64, left]", [{ left: 0, right: 1.5 }], [{ left: 0, right: 1.5 }]],
    [
      "Arrow's own",
      "timestamp[ms, tz=UTC][pyarrow]",
      ["2024-01-01T00:00Z"],
      ["2024-01-01T00:00:00+00:00"],
    ],
    ["half floats", "float16", [0.1, null], [0.0999755859375, null]],
    ["bytes", "bytes", [Uint8Array.of(0, 255), null], [Uint8Array.of(0, 255), null]],
  ])("of %s come back", (_, dtype, values, expected) => {
    const frame = createDataFrame({ columns: { x: values }, dtypes: { x: dtype } });
    expect(frame.column("x").toArray()).toEqual(expected);
    expect(written(frame).column("x").toArray()).toEqual(expected);
  });

  test.each<[string, Dtype, unknown, RegExp]>([
    ["a fraction", "int64", 1.5, /1.5 in row 0, expected an integer/],
    ["an unsafe number", "int64", 2 ** 53, /9007199254740992 in row 0/],
    ["an integer out of range", "int8", 128, /128 in row 0/],
    ["a negative unsigned integer", "uint64", -1n, /-1n in row 0/],
    ["a missing int64", "int64", null, /no missing values/],
    ["a missing bool", "bool", undefined, /no missing values/],
    ["a missing interval of integers", "interval[int64, right]", null, /no missing values/],
    ["a bigint that no float holds", "float64", 2n ** 53n + 1n, /9007199254740993n/],
    ["half of a pair of surrogates", "str", "a\ud800", /well-formed/],
    ["a number as text", "str", 1, /1 in row 0/],
    ["a number as boolean", "bool", 1, /true or false/],
    ["a number as decimal", "decimal(5, 2)", 1.5, /a decimal as a string/],
    ["digits that a decimal has not", "decimal(5, 2)", "1.234", /precision and scale/],
    ["a decimal too large", "decimal(5, 2)", "1234", /precision and scale/],
    [
      "nanoseconds in microseconds",
      "datetime64[us]",
      "2024-01-01T00:00:00.000000001",
      /holds exactly/,
    ],
    ["an offset without a zone", "datetime64[ns]", "2024-01-01T00:00Z", /offset/],
    ["no offset in a zone", "datetime64[ns, UTC]", "2024-01-01T00:00", /offset/],
    ["an invalid Date", "datetime64[ms]", new Date(Number.NaN), /a Date in row 0/],
    ["a number as time", "datetime64[ms]", 0, /ISO 8601/],
    ["a day with a time", "date", new Date(1), /midnight/],
    ["an instant of centuries away", "datetime64[ns]", "2300-01-01", /holds exactly/],
    ["no array as list", { list: "str" }, "abc", /an array/],
    ["no object as struct", { struct: { a: "str" } }, [], /an object/],
    ["no category", { categories: ["a"] }, "b", /one of the categories/],
    ["a category of integers", "category", 1, /categories of text/],
  ])("that do not fit are refused: %s", (_, dtype, value, what) => {
    const input = { columns: { x: [value] }, dtypes: { x: dtype } };
    expect(() => createDataFrame(input)).toThrow(unsupported(what));
  });

  test.each<[Dtype]>([
    ["int128"],
    ["complex128"],
    ["float8"],
    ["Sparse[int]"],
    ["datetime64[D]"],
    ["decimal(39, 0)"],
    ["decimal(2, 3)"],
    ["period[X]"],
    ["interval[str, right]"],
    ["map<string, int64>[pyarrow]"],
    ["constructor"],
    [{ struct: {} }],
    [{ list: "category" }],
    [{ list: "period[M]" }],
  ])("of dtypes that cannot be kept are refused: %j", (dtype) => {
    const input = { columns: { x: [] }, dtypes: { x: dtype } };
    expect(() => createDataFrame(input)).toThrow(unsupported(/cannot be written as/));
  });

  test("of a seconds dtype come back in milliseconds, as pandas has it, where they fit", () => {
    const frame = createDataFrame({ columns: { x: [5n, null] }, dtypes: { x: "datetime64[s]" } });
    expect(written(frame).dtypes).toEqual({ x: "datetime64[ms]" });
    expect(written(frame).rows()).toEqual(frame.rows());
    const far = createDataFrame({ columns: { x: [2n ** 62n] }, dtypes: { x: "datetime64[s]" } });
    expect(() => toParquet(far)).toThrow(unsupported(/out of range/));
  });
});

describe("categories", () => {
  test("keep their order, and those that no row has", () => {
    const categories = ["XS", "S", "M", "L"];
    const frame = createDataFrame({
      columns: { size: ["L", null, "S", "L"] },
      dtypes: { size: { categories, ordered: true } },
    });
    expect(written(frame).toColumns().size).toEqual(frame.toColumns().size);
    expect(frame.toColumns().size).toMatchObject({ categories, ordered: true });
  });

  test("that are not named are the values', by code points", () => {
    const frame = createDataFrame({
      columns: { c: ["b", "\u{1f422}", "\uffff", "a", "ab"] },
      dtypes: { c: "category" },
    });
    expect(frame.toColumns().c?.categories).toEqual(["a", "ab", "b", "\uffff", "\u{1f422}"]);
  });

  test("of one name twice are refused", () => {
    const input = { columns: { c: ["a"] }, dtypes: { c: { categories: ["a", "a"] } } };
    expect(() => createDataFrame(input)).toThrow(unsupported(/each category once/));
  });

  test.each([0, 1, 128, 129, 40_000])("may be %i", (count) => {
    const categories = Array.from({ length: count }, (_, i) => `c${i}`);
    const values = [...categories.slice(-3), null, ...categories.slice(0, 3)];
    const frame = createDataFrame({ columns: { c: values }, dtypes: { c: { categories } } });
    expect(written(frame).column("c").toArray()).toEqual(values);
    expect(written(frame).toColumns().c?.categories).toHaveLength(count);
  });

  test("stay the same over more rows than a row group holds", () => {
    const values = Array.from({ length: 1_100_000 }, (_, i) => (i < 1_050_000 ? "b" : "c"));
    const categories = ["a", "b", "c"];
    const frame = createDataFrame({
      columns: { n: new Int8Array(values.length), c: values },
      dtypes: { c: { categories, ordered: true } },
    });
    const again = written(frame);
    expect(again.toColumns().c).toMatchObject({ categories, ordered: true });
    for (const row of [0, 1_048_575, 1_048_576, 1_050_000, -1]) {
      expect(again.column("c").at(row)).toBe(frame.column("c").at(row));
    }
  });

  test("stand beside columns of several Parquet columns", () => {
    const frame = createDataFrame({
      columns: { s: [{ a: 1, b: "x" }], l: [[1]], c: ["v"], n: [1n], d: ["w"] },
      dtypes: {
        s: { struct: { a: "int64", b: "str" } },
        l: { list: "int64" },
        c: { categories: ["u", "v"] },
        d: { categories: ["w", "v"] },
      },
    });
    expect(written(frame).rows()).toEqual(frame.rows());
    expect(written(frame).toColumns().d?.categories).toEqual(["w", "v"]);
  });
});

describe("labels", () => {
  test("of integers, floats and instants are told apart from text", () => {
    const labels = (columns: FrameInput["columns"], dtype?: string) =>
      written(createDataFrame({ columns, columnLevels: [{ name: "level", dtype }] }));
    expect(
      labels([
        [10, [1]],
        [-2, [2]],
      ]).columns,
    ).toEqual([10, -2]);
    expect(
      labels([
        [1.5, [1]],
        [2, [2]],
      ]).keys,
    ).toEqual(["1.5", "2.0"]);
    const instants = labels([["2024-01-01", [1]]], "datetime64[ns, Europe/Warsaw]");
    expect(instants.columnLevels).toEqual([
      { name: "level", dtype: "datetime64[ns, Europe/Warsaw]" },
    ]);
  });

  test.each<[string, FrameInput["columns"], RegExp]>([
    [
      "of mixed kinds",
      [
        [1, [1]],
        ["a", [1]],
      ],
      /all of one kind/,
    ],
    ["that are booleans", [[true, [1]]], /all of one kind/],
    ["that are missing", [[null, [1]]], /all of one kind/],
    [
      "that are there twice",
      [
        ["a", [1]],
        ["a", [2]],
      ],
      /two columns "a"/,
    ],
    [
      "of different depth",
      [
        [["a", "b"], [1]],
        [["a"], [1]],
      ],
      /different depth/,
    ],
    [
      "of lists and none",
      [
        [["a", "b"], [1]],
        ["a", [1]],
      ],
      /different depth/,
    ],
  ])("%s are refused", (_, columns, what) => {
    expect(() => createDataFrame({ columns })).toThrow(unsupported(what));
  });

  test("that are no instants are refused for a level of instants", () => {
    const input = { columns: { x: [1] }, columnLevels: [{ dtype: "datetime64[ns]" }] };
    expect(() => createDataFrame(input)).toThrow(unsupported(/ISO 8601/));
  });
});

describe("an index", () => {
  test.each<[string, FrameInput["index"], object]>([
    ["of nothing", undefined, { kind: "range", names: [null] }],
    ["of a range", { start: 4, stop: 0, step: -2, name: "n" }, { kind: "range", names: ["n"] }],
    ["of values", { values: ["a", "b"], name: "row" }, { kind: "column", names: ["row"] }],
    ["of the name of a column", { values: [1, 2], name: "x" }, { kind: "column", names: ["x"] }],
    [
      "of levels",
      {
        levels: [
          { values: ["a", "b"], name: "n" },
          { values: [1n, 2n] },
          { values: [3, 4], name: "n" },
        ],
      },
      { kind: "multi", names: ["n", null, "n"] },
    ],
  ])("%s comes back", (_, index, expected) => {
    const frame = createDataFrame({ columns: { x: [1, 2] }, index });
    expect(frame.index).toMatchObject(expected);
    expect(written(frame).index).toMatchObject(expected);
    expect(written(frame).index.toArray()).toEqual(frame.index.toArray());
  });

  test("of another length is refused", () => {
    const columns = { x: [1, 2], y: [1] };
    const usage = expect.objectContaining({ code: "usage-argument" });
    expect(() => createDataFrame({ columns })).toThrow(usage);
    expect(() => createDataFrame({ columns: { x: [1] }, index: { values: [] } })).toThrow(usage);
    expect(() =>
      createDataFrame({ columns: { x: [1] }, index: { start: 0, stop: 2, step: 1 } }),
    ).toThrow(usage);
  });

  test.each([
    { start: 0, stop: 1, step: 0 },
    { start: 0.5, stop: 1, step: 1 },
  ])("of the range %j is refused", (index) => {
    expect(() => createDataFrame({ columns: {}, index })).toThrow(/a step that is not 0/);
  });
});

describe("rows", () => {
  test("make columns of the keys in the order in which they come", () => {
    const frame = createDataFrame([{ b: 1 }, { a: "x", b: 2 }, {}]);
    expect(frame.columns).toEqual(["b", "a"]);
    expect(written(frame).rows()).toEqual([
      { b: 1, a: null },
      { b: 2, a: "x" },
      { b: null, a: null },
    ]);
  });

  test("without keys are kept in number", () => {
    expect(written(createDataFrame([{}, {}])).length).toBe(2);
    expect(written(createDataFrame([])).length).toBe(0);
  });
});

describe("frames without values", () => {
  test.each<[string, FrameInput, number]>([
    ["of no columns", { columns: {}, index: { start: 0, stop: 3, step: 1 } }, 3],
    ["of columns of nothing", { columns: { a: [null, null], b: [null, null] } }, 2],
    ["of an index alone", { columns: {}, index: { values: ["x", "y"] } }, 2],
    ["of no rows", { columns: { a: [], b: [] }, dtypes: { a: "int64" } }, 0],
  ])("%s come back", (_, input, length) => {
    const frame = createDataFrame(input);
    expect(written(frame).length).toBe(length);
    expect(written(frame).dtypes).toEqual(frame.dtypes);
    expect(written(frame).rows()).toEqual(frame.rows());
  });
});

test("attrs come back", () => {
  const attrs = { a: [1, 2.5, null], b: { c: "ż", d: 2n ** 70n } };
  expect(written(createDataFrame({ columns: { x: [1] }, attrs })).attrs).toEqual(attrs);
});

test("attrs that are no JSON are refused", () => {
  const attrs = { f: () => 1 } as never;
  expect(() => createDataFrame({ columns: { x: [1] }, attrs })).toThrow(unsupported(/attrs/));
});
