import { describe, expect, test } from "vitest";
import { toIPC } from "../arrow.ts";
import { toCSV } from "../csv.ts";
import { toJSON } from "../json.ts";
import { pandas } from "../pandas.ts";
import { toParquet } from "../parquet.ts";
import { toText } from "../preview.ts";
import { decoded, frameOf } from "../testing/payload.ts";
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

describe("some of the columns", () => {
  const frame = frameOf("pandas3-multiindex-rows");
  const wide = frameOf("pandas3-odd-names");

  test("are a frame in their order, under the same index", () => {
    const part = wide.select(["a.b", "__proto__"]);
    expect(part.keys).toEqual(["a.b", "__proto__"]);
    expect(frame.select(["x"]).rows({ index: true })).toEqual(frame.rows({ index: true }));
    expect(frame.select([]).index.toArray()).toEqual(frame.index.toArray());
  });

  test("may be left out instead", () => {
    expect(wide.drop(["a.b"]).keys).toEqual(wide.keys.filter((key) => key !== "a.b"));
    expect(wide.drop([]).rows()).toEqual(wide.rows());
  });

  test("are pandas' to read again", () => {
    const part = frameOf("pandas3-multiindex-columns").select([["A", "x"]]);
    const again = decoded(toParquet(part));
    expect(again).toMatchObject({ columns: [["A", "x"]], dtypes: part.dtypes });
    expect(again.rows()).toEqual(part.rows());
  });

  test("are refused where they are not there, or are named twice", () => {
    expect(() => wide.select(["z"])).toThrow(expect.objectContaining({ code: "usage-argument" }));
    expect(() => wide.drop(["z"])).toThrow(expect.objectContaining({ code: "usage-argument" }));
    expect(() => wide.select(["a.b", "a.b"])).toThrow(/each column once/);
  });
});

describe("a column of a dtype that is named", () => {
  const frame = frameOf("pandas3-nullable-ints");

  test("has the types of that dtype", () => {
    const ints: BigInt64Array = frame.column("Int64", "Int64").toValues().values;
    const bytes: Uint8Array = frame.column("UInt8", "UInt8").toValues().values;
    const cells: (number | null)[] = frame.column("Int16", "Int16").toArray();
    const texts: (string | null)[] = frameOf("pandas3-str-default").column("s", "str").toArray();
    const floats: Float64Array = frameOf("pandas3-float64")
      .column("d", "float64")
      .toValues().values;
    expect([ints.length, bytes.length, cells.length]).toEqual([3, 3, 3]);
    expect([texts.length, floats.length]).toEqual([5, 7]);
    const believed: number[] = frame.column<number>("UInt8").toArray();
    const rows: { Int16: number | null }[] = frame.rows<{ Int16: number | null }>();
    expect([believed.length, rows.length]).toEqual([3, 3]);
  });

  test("is refused where it has another", () => {
    expect(() => frame.column("Int64", "float64")).toThrow(
      expect.objectContaining({
        code: "usage-argument",
        message: expect.stringContaining("got Int64, expected float64"),
      }),
    );
  });

  test("has floats where pandas makes floats of integers", () => {
    const series = frameOf("pandas3-objects-of-ints").column("i", "float64");
    expect(series.toValues().values).toBeInstanceOf(Float64Array);
    expect(series.values.every((value) => value === null || typeof value === "number")).toBe(true);
  });
});

test("options that there are not are refused, with near names", () => {
  const frame = frameOf("pandas3-ints");
  const refused = (what: RegExp) =>
    expect.objectContaining({ code: "usage-argument", message: expect.stringMatching(what) });
  expect(() => frame.rows({ indx: true } as never)).toThrow(refused(/"indx".*"index"/));
  expect(() => frame.rows({ integers: "bigints" } as never)).toThrow(refused(/integers.*"bigint"/));
  expect(() => frame.toColumns({ time: "date" } as never)).toThrow(refused(/"time".*"times"/));
  expect(() => frame.column("i8").toArray({ integer: 1 } as never)).toThrow(refused(/"integers"/));
  expect(() => frame.column("i8").toValues({ times: "Date" } as never)).toThrow(refused(/times/));
  expect(() => pandas({ wasn: "x" } as never)).toThrow(refused(/"wasn".*"wasm"/));
  expect(() => pandas({ maxBytes: "1GB" } as never)).toThrow(refused(/maxBytes/));
  expect(() => toText(frame, { rows: 1 } as never)).toThrow(refused(/toText has no option "rows"/));
  expect(() => toCSV(frame, { sep: ";" } as never)).toThrow(refused(/toCSV has no option "sep"/));
  expect(() => toJSON(frame, { orient: "rows" } as never)).toThrow(refused(/orient.*"records"/));
  expect(() => toParquet([] as never)).toThrow(refused(/toParquet takes a DataFrame.*scrap\.as/));
  expect(() => toIPC("x" as never)).toThrow(refused(/toIPC takes a DataFrame/));
});

test("what is no list of labels and no number of rows is refused", () => {
  const frame = frameOf("pandas3-str-default");
  const acts = [
    () => frame.select("s" as never),
    () => frame.drop(undefined as never),
    () => frame.slice(Number.NaN),
    () => frame.head("3" as never),
    () => frame.tail({} as never),
  ];
  for (const act of acts) expect(act).toThrow(/\[usage-argument\] .* expected (such as|a whole)/);
});
