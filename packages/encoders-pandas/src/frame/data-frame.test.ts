import { describe, expect, test } from "vitest";
import { createDataFrame } from "../encode/create-frame.ts";
import { frameOf } from "../testing/payload.ts";
import { isDataFrame } from "./data-frame.ts";

describe("a frame of real pandas", () => {
  test("tells labels, dtypes, index, attrs and length", () => {
    const frame = frameOf("pandas3-multiindex-columns");
    expect(frame.columns).toEqual([
      ["A", "x"],
      ["A", "it's"],
      ["B, ('", ""],
    ]);
    expect(frame.columnLevels).toEqual([
      { name: "top", dtype: "str" },
      { name: null, dtype: "str" },
    ]);
    expect(frame.dtypes).toEqual({
      "('A', 'x')": "int64",
      "('A', \"it's\")": "int64",
      "(\"B, ('\", '')": "int64",
    });
    expect(frame.index).toMatchObject({ kind: "range", range: { start: 0, stop: 2, step: 1 } });
    expect(frame.attrs).toEqual({});
    expect(frame.length).toBe(2);
    expect(isDataFrame(frame)).toBe(true);
  });

  test("gives a column by its label, or by its key", () => {
    const frame = frameOf("pandas3-multiindex-columns");
    expect(frame.column(["A", "x"]).toArray()).toEqual([1, 4]);
    expect(frame.column("('A', 'x')").toArray()).toEqual([1, 4]);
    expect(frameOf("pandas3-int-columns").column(-2).toArray()).toEqual([2, 4]);
    expect(() => frame.column("z")).toThrow(expect.objectContaining({ code: "usage-argument" }));
  });

  test("has the row labels of a MultiIndex as lists", () => {
    const { index } = frameOf("pandas3-multiindex-rows");
    expect(index.names).toEqual(["letter", null]);
    expect(index.at(1)).toEqual(["a", 2]);
    expect(index.at(-1)).toEqual(["b", 2]);
    expect(index.at(4)).toBeUndefined();
    expect(index.levels.map(({ dtype }) => dtype)).toEqual(["str", "int64"]);
  });

  test("has the numbers of a RangeIndex that is stored nowhere", () => {
    const { index } = frameOf("pandas3-range-step");
    expect(index).toMatchObject({
      kind: "range",
      names: ["n"],
      range: { start: 10, stop: 4, step: -2 },
    });
    expect(index.toArray()).toEqual([10, 8, 6]);
    expect(index.at(-1)).toBe(6);
    expect(index.at(3)).toBeUndefined();
  });

  test("keeps names of columns that JavaScript uses itself", () => {
    const frame = frameOf("pandas3-odd-names");
    const [row] = frame.rows();
    expect(Object.keys(row as object).sort()).toEqual([...frame.keys].sort());
    expect(Object.getOwnPropertyDescriptor(row, "__proto__")?.value).toBe(2);
    expect(Object.keys(frame.toColumns())).toContain("__proto__");
    expect(frame.column("constructor").dtype).toBe("float64");
  });
});

describe("rows", () => {
  test("begin with the index where it is asked for", () => {
    expect(frameOf("pandas3-named-index").rows({ index: true })[0]).toEqual({ row: "r1", x: 1 });
    expect(frameOf("pandas3-unnamed-string-index").rows({ index: true })[0]).toEqual({
      index: "r1",
      x: 1,
    });
    expect(frameOf("pandas3-multiindex-rows").rows({ index: true })[0]).toEqual({
      letter: "a",
      level_1: 1,
      x: 0.5,
    });
  });

  test("are JSON by default, unless an integer is too large", () => {
    expect(JSON.stringify(frameOf("pandas3-datetime-ns").rows())).toBe(
      '[{"t":"2020-01-01T00:00:00.123456789"},{"t":null},{"t":"1677-09-21T00:12:43.145224193"}]',
    );
  });

  test("have integers as numbers where all of a column are safe, else as bigints", () => {
    expect(frameOf("pandas3-ints").rows()[1]).toEqual({ i8: 0, i16: 0, i32: 0, i64: 0n });
    expect(frameOf("pandas3-ints").rows({ integers: "number" })[2]).toMatchObject({ i64: 2 ** 63 });
    expect(frameOf("pandas3-attrs").rows({ integers: "bigint" })).toEqual([{ x: 1n }]);
  });

  test.each([
    [
      "pandas3-datetime-tz",
      "warsaw",
      "2024-03-31T01:30:00+01:00",
      new Date("2024-03-31T00:30Z"),
      1711845000000000n,
    ],
    ["pandas3-timedelta-s", "d", "PT1S", 1000, 1n],
    ["pandas3-date", "d", "2024-02-29", new Date("2024-02-29"), 19782n],
    ["pandas3-time", "t", "23:59:59.999999", 86_399_999.999, 86399999999n],
    ["pandas3-period", "month", "2024-01", "2024-01", 648n],
  ])("of %s have times as text, as Date or number, or as counts", (kind, key, iso, date, raw) => {
    const frame = frameOf(kind);
    expect(frame.rows()[0]?.[key]).toEqual(iso);
    expect(frame.rows({ times: "date" })[0]?.[key]).toEqual(date);
    expect(frame.rows({ times: "raw" })[0]?.[key]).toEqual(raw);
  });
});

describe("columns", () => {
  test("are typed arrays with their validity", () => {
    const columns = frameOf("pandas3-nullable-ints").toColumns();
    expect(columns.Int64).toEqual({
      dtype: "Int64",
      values: BigInt64Array.of(1n, 0n, 2n ** 63n - 1n),
      validity: Uint8Array.of(1, 0, 1),
    });
    expect(columns.UInt8?.values).toEqual(Uint8Array.of(255, 0, 0));
  });

  test("of floats have NaN where there is no value", () => {
    expect(frameOf("pandas3-float64").toColumns().d?.values.at(1)).toBeNaN();
    expect(frameOf("pandas3-float16").toColumns().h?.values).toEqual(
      Float32Array.of(1.5, Number.NaN, -65504, Number.POSITIVE_INFINITY, 2 ** -24, -0),
    );
  });

  test("of categories are codes, with −1 where there is none", () => {
    expect(frameOf("pandas3-category-ordered").toColumns().size).toEqual({
      dtype: "category",
      values: Int8Array.of(3, 1, 2, -1),
      validity: Uint8Array.of(1, 1, 1, 0),
      categories: ["unused", "S", "M", "L"],
      ordered: true,
    });
  });

  test("are what charts take where numbers and dates are asked for", () => {
    const options = { integers: "number", times: "date" } as const;
    expect(frameOf("pandas3-nullable-ints").toColumns(options).Int64?.values.at(1)).toBeNaN();
    expect(frameOf("pandas3-datetime-us").toColumns(options).t?.values.at(0)).toEqual(
      new Date("2020-01-01T00:00:00.123Z"),
    );
  });

  test("of text are arrays", () => {
    expect(frameOf("pandas3-str-default").toColumns().s?.values.slice(0, 2)).toEqual(["a", null]);
  });
});

describe("a part of a frame", () => {
  const frame = frameOf("pandas3-many-rows");

  test.each([
    ["head", frame.head(), [0, 5]],
    ["head of all", frame.head(9_999), [0, 500]],
    ["head but the last", frame.head(-498), [0, 2]],
    ["tail", frame.tail(3), [497, 500]],
    ["tail but the first", frame.tail(-499), [499, 500]],
    ["slice", frame.slice(101, 203), [101, 203]],
    ["slice from the end", frame.slice(-3, -1), [497, 499]],
    ["slice of nothing", frame.slice(7, 3), [7, 7]],
  ])("%s has the rows that it names", (_, part, [start, end]) => {
    expect(part.rows({ index: true })).toEqual(frame.rows({ index: true }).slice(start, end));
    expect(part.index.range).toMatchObject({ start, stop: end });
    expect(part.dtypes).toEqual(frame.dtypes);
    expect(part.slice(1, 2).rows()).toEqual(frame.rows().slice(start, end).slice(1, 2));
  });

  test("that is all of it is the frame itself", () => {
    expect(frame.slice()).toBe(frame);
  });

  test.each([
    "pandas3-lists",
    "pandas3-struct",
    "pandas3-category",
    "pandas3-map",
    "pandas3-interval",
    "pandas3-decimal",
  ])("of %s is cut out of nested values too", (kind) => {
    const whole = frameOf(kind);
    for (let start = 0; start < whole.length; start++) {
      expect(whole.slice(start).rows()).toEqual(whole.rows().slice(start));
    }
  });

  test("keeps the dtype that the whole has", () => {
    expect(frameOf("pandas3-objects-of-ints").head(1).dtypes).toEqual({ i: "float64" });
  });
});

test("a frame that was read gives back the stored bytes, a part of it others", () => {
  const frame = frameOf("pandas3-ints");
  expect(frame.toParquet()).toEqual(frame.parquetBytes);
  expect(frame.head(1).parquetBytes).toBeUndefined();
  expect(frame.head(1).toParquet()).not.toEqual(frame.parquetBytes);
  expect(createDataFrame([]).parquetBytes).toBeUndefined();
});
