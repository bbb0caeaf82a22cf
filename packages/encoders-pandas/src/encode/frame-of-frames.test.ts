import { describe, expect, test } from "vitest";
import type { DataFrame } from "../frame/data-frame.ts";
import { toParquet } from "../parquet.ts";
import { decoded, frameOf, kinds } from "../testing/payload.ts";
import { createDataFrame } from "./create-frame.ts";
import { withColumn, withIndex } from "./with-column.ts";

/** All that a frame holds, as plain values. */
const held = (frame: DataFrame) => ({
  rows: frame.rows({ index: true, integers: "bigint" }),
  columns: frame.columns,
  names: frame.index.names,
  range: frame.index.range,
  attrs: frame.attrs,
  types: frame.series.map(({ arrowType }) => JSON.stringify(arrowType)),
});

// What pandas 2 calls object is text to pandas 3: the dtype alone is not compared.
const written = (frame: DataFrame) => held(decoded(toParquet(frame)));

describe("a frame of another frame's columns and index", () => {
  test.each(kinds)("of %s is that frame", (kind) => {
    const frame = frameOf(kind);
    const { series, index, attrs } = frame;
    const columnLevels = series.length === 0 ? undefined : frame.columnLevels;
    const again = createDataFrame({ columns: series, index, columnLevels, attrs });
    expect(held(again)).toEqual(held(frame));
    expect(written(again)).toEqual(held(frame));
    expect(written(createDataFrame(frame))).toEqual(held(frame));
  });

  test.each(kinds.filter((kind) => !kind.endsWith("category-of-bytes")))(
    "of %s is that frame also by its typed arrays",
    (kind) => {
      const frame = frameOf(kind);
      const columns = frame.series.map((one) => [one.name, one.toValues()] as const);
      const columnLevels = columns.length === 0 ? undefined : frame.columnLevels;
      const again = createDataFrame({ columns, index: frame.index, columnLevels });
      expect(written(again).rows).toEqual(held(frame).rows);
    },
  );
});

describe("columns", () => {
  const prices = createDataFrame({
    columns: { close: [1.5, null, 3], volume: [1n, 2n, 3n], day: ["a", "b", "c"] },
    dtypes: { day: { categories: ["a", "b", "c", "d"], ordered: true } },
    index: { name: "n", values: [10n, 20n, 30n] },
  });

  test("of a frame are taken under other names, and twice", () => {
    const day = prices.column("day");
    const frame = createDataFrame({ columns: { c: prices.column("close"), d: day, e: day } });
    expect(frame.rows()).toEqual([
      { c: 1.5, d: "a", e: "a" },
      { c: null, d: "b", e: "b" },
      { c: 3, d: "c", e: "c" },
    ]);
    expect(decoded(toParquet(frame)).toColumns().e).toMatchObject({
      categories: ["a", "b", "c", "d"],
      ordered: true,
    });
  });

  test("may be all that toColumns() gives, and what a worker was sent of it", () => {
    expect(createDataFrame({ columns: prices.toColumns() }).rows()).toEqual(prices.rows());
    const sent = structuredClone(prices.toColumns({ integers: "number" }));
    expect(createDataFrame({ columns: sent }).rows()).toEqual(prices.rows());
  });

  test("of times come by any of their forms", () => {
    const frame = frameOf("pandas3-datetime-tz");
    for (const times of ["raw", "date", "iso"] as const) {
      const again = createDataFrame({ columns: frame.toColumns({ times }) });
      expect(again.dtypes).toEqual(frame.dtypes);
    }
  });

  test("are converted where another dtype is named", () => {
    const columns = { volume: prices.column("volume") };
    const frame = createDataFrame({ columns, dtypes: { volume: "float32" } });
    expect(frame.column("volume").values).toEqual([1, 2, 3]);
    expect(frame.dtypes).toEqual({ volume: "float32" });
    const days = createDataFrame({
      columns: { t: frameOf("pandas3-datetime-ns").column("t") },
      dtypes: { t: "str" },
    });
    expect(days.column("t").at(0)).toBe("2020-01-01T00:00:00.123456789");
  });

  test("of several batches and of one are put together", () => {
    const batches = frameOf("pandas3-row-groups-uneven");
    const rows = batches.length;
    const frame = createDataFrame({
      columns: [...batches.series, ["x", Array.from({ length: rows }, (_, i) => i)]],
    });
    expect(decoded(toParquet(frame)).rows()).toEqual(frame.rows());
    expect(frame.column("x").values).toEqual(Array.from({ length: rows }, (_, i) => i));
  });
});

describe("withColumn", () => {
  const frame = frameOf("pandas3-multiindex-rows");

  test("adds a column, or replaces one in its place", () => {
    const more = withColumn(frame, "y", [1n, 2n, 3n, 4n]);
    expect(more.keys).toEqual(["x", "y"]);
    expect(more.index.toArray()).toEqual(frame.index.toArray());
    const other = withColumn(more, "x", ["a", "b", "c", "d"]);
    expect(other.dtypes).toEqual({ x: "str", y: "int64" });
    expect(other.rows({ index: true })[3]).toEqual({ letter: "b", level_1: 2, x: "d", y: 4 });
    expect(frame.keys).toEqual(["x"]);
  });

  test("makes values of rows, under a dtype that is named", () => {
    const more = withColumn(frame, "n", (row, i) => BigInt(i) + BigInt(Number(row.x) * 2), {
      dtype: "uint8",
    });
    expect(more.column("n", "uint8").toValues().values).toEqual(Uint8Array.of(1, 4, 7, 10));
  });

  test("takes labels of every kind", () => {
    const wide = frameOf("pandas3-multiindex-columns");
    const more = withColumn(wide, ["A", "z"], [7, 8]);
    expect(more.columns).toEqual([...wide.columns, ["A", "z"]]);
    expect(more.columnLevels).toEqual(wide.columnLevels);
    const numbers = withColumn(frameOf("pandas3-int-columns"), -2, [0, 0]);
    expect(numbers.column(-2).values).toEqual([0, 0]);
  });

  test("refuses another length, and what is no frame", () => {
    expect(() => withColumn(frame, "y", [1])).toThrow(/1 values in "y", expected 4/);
    expect(() => withColumn({} as never, "y", [1])).toThrow(/withColumn takes a DataFrame/);
    expect(() => withColumn(frame, "y", [1], { dtyp: "int64" } as never)).toThrow(
      /withColumn has no option "dtyp".*"dtype"/,
    );
  });
});

describe("withIndex", () => {
  const frame = createDataFrame({ columns: { x: [1, 2] } });

  test.each<[string, Parameters<typeof withIndex>[1], unknown[]]>([
    ["a list", ["a", "b"], ["a", "b"]],
    ["a typed array", Int8Array.of(5, 6) as never, [5, 6]],
    ["values and a name", { name: "n", values: [true, false] }, [true, false]],
    ["a range", { stop: 2 }, [0, 1]],
    ["a range from elsewhere", { start: 10, stop: 6, step: -2 }, [10, 8]],
    ["a column", frame.column("x"), [1, 2]],
    [
      "levels",
      { levels: [frame.column("x"), { values: ["a", "b"] }] },
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
    ["another frame's", frameOf("pandas3-named-index").index, ["r1", "r2"]],
    ["nothing", undefined, [0, 1]],
  ])("takes %s", (_, index, labels) => {
    const indexed = withIndex(frame, index);
    expect(indexed.index.toArray()).toEqual(labels);
    expect(decoded(toParquet(indexed)).index.toArray()).toEqual(labels);
    expect(indexed.rows()).toEqual(frame.rows());
  });

  test.each([[{}], [{ level: [] }], [{ levels: [] }], [{ levels: [["a", "b"]] }], ["ab"], [5]])(
    "refuses %j",
    (index) => {
      expect(() => withIndex(frame, index as never)).toThrow(
        expect.objectContaining({ code: "usage-argument" }),
      );
    },
  );
});
