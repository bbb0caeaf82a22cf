import * as apache from "apache-arrow";
import { describe, expect, test } from "vitest";
import { dataFrameFromIPC, toArrow, toIPC } from "./arrow.ts";
import { createDataFrame } from "./encode/create-frame.ts";
import { toParquet } from "./parquet.ts";
import { decoded, frameOf, kinds } from "./testing/payload.ts";

describe("Arrow streams", () => {
  test.each(kinds.filter((kind) => !kind.endsWith("no-metadata")))(
    "of %s hold the whole frame",
    (kind) => {
      const frame = frameOf(kind);
      const again = dataFrameFromIPC(toIPC(frame));
      expect(again.rows({ index: true })).toEqual(frame.rows({ index: true }));
      expect(again).toMatchObject({
        columns: frame.columns,
        dtypes: frame.dtypes,
        attrs: frame.attrs,
        columnLevels: frame.columnLevels,
      });
      const read = apache.tableFromIPC(toIPC(frame));
      expect(toArrow(frame).names).toEqual(read.schema.names);
      // Without a column Arrow cannot say how many rows there are.
      expect(read.numRows).toBe(read.numCols === 0 ? 0 : frame.length);
    },
  );

  test("of parts hold the parts alone", () => {
    const frame = frameOf("pandas3-many-rows");
    const stream = toIPC(frame.slice(10, 20));
    expect(stream.length).toBeLessThan(toIPC(frame).length);
    expect(dataFrameFromIPC(stream).rows({ index: true })).toEqual(
      frame.rows({ index: true }).slice(10, 20),
    );
  });
});

describe("tables of other libraries", () => {
  const table = new apache.Table({
    int: apache.vectorFromArray([1, null, 3], new apache.Int32()),
    long: apache.vectorFromArray([1n, null, -(2n ** 63n)], new apache.Int64()),
    bool: apache.vectorFromArray([true, null, false], new apache.Bool()),
    word: apache.vectorFromArray(
      ["b", null, "a"],
      new apache.Dictionary(new apache.Utf8(), new apache.Int32()),
    ),
    text: apache.vectorFromArray(["b", null, "a"], new apache.Utf8()),
    day: apache.vectorFromArray([new Date(0), null, new Date(864e5)], new apache.DateMillisecond()),
    instant: apache.vectorFromArray([0, null, 5000], new apache.TimestampSecond()),
    time: apache.vectorFromArray([1, null, 3], new apache.TimeSecond()),
    list: apache.vectorFromArray(
      [[1], null, []],
      new apache.List(new apache.Field("item", new apache.Int16(), true)),
    ),
    pair: apache.vectorFromArray(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      new apache.FixedSizeList(2, new apache.Field("item", new apache.Int16(), true)),
    ),
  });

  test("keep their nulls in dtypes that have them", () => {
    const frame = dataFrameFromIPC(apache.tableToIPC(table));
    expect(frame.dtypes).toEqual({
      int: "Int32",
      long: "Int64",
      bool: "boolean",
      word: "category",
      text: "str",
      day: "object",
      instant: "datetime64[s]",
      time: "object",
      list: "object",
      pair: "object",
    });
    expect(frame.index).toMatchObject({ kind: "range", length: 3 });
  });

  test("are written in the types that Parquet has", () => {
    const frame = dataFrameFromIPC(apache.tableToIPC(table));
    const again = decoded(toParquet(frame));
    expect(again.rows()).toEqual(frame.rows());
    expect(again.dtypes).toEqual({ ...frame.dtypes, instant: "datetime64[ms]" });
  });

  test("may come as files, and in several batches", () => {
    const file = apache.tableToIPC(table.concat(table), "file");
    const frame = dataFrameFromIPC(file);
    expect(frame.length).toBe(6);
    expect(frame.column("word").toArray()).toEqual(["b", null, "a", "b", null, "a"]);
    const bigints = { integers: "bigint" } as const;
    expect(frame.slice(2, 5).rows(bigints)).toEqual(frame.rows(bigints).slice(2, 5));
    expect(frame.column("long").at(-1)).toBe(-(2n ** 63n));
    expect(frame.column("long").at(6)).toBeUndefined();
    expect(decoded(toParquet(frame)).rows()).toEqual(frame.rows());
    expect(frame.toColumns().long?.values).toEqual(
      BigInt64Array.of(1n, 0n, -(2n ** 63n), 1n, 0n, -(2n ** 63n)),
    );
  });

  test("of types that Parquet has not are refused", () => {
    const interval = apache.vectorFromArray([Int32Array.of(1, 2)], new apache.Interval(0));
    const bytes = apache.tableToIPC(new apache.Table({ x: interval }));
    expect(() => dataFrameFromIPC(bytes)).toThrow(
      expect.objectContaining({ code: "encoder-unsupported" }),
    );
  });

  test.each([new Uint8Array(0), Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)])(
    "that are no Arrow are refused",
    (bytes) => {
      expect(() => dataFrameFromIPC(bytes)).toThrow(
        expect.objectContaining({ code: "usage-argument" }),
      );
    },
  );
});

test("a frame of no columns and one of nothing but nulls are Arrow to others", () => {
  const none = createDataFrame({ columns: {}, attrs: { a: 1 } });
  const read = apache.tableFromIPC(toIPC(none));
  expect(read.schema.metadata.get("PANDAS_ATTRS")).toBe('{"a": 1}');
  const nulls = createDataFrame({ columns: { a: [null, null], b: [null, null] } });
  expect(apache.tableFromIPC(toIPC(nulls)).toArray().map(String)).toHaveLength(2);
});
