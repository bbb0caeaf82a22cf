import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createDataFrame } from "../encode/create-frame.ts";
import { frameOf, kinds } from "../testing/payload.ts";
import type { DataFrame } from "./data-frame.ts";

const shown = (value: unknown) => inspect(value, { colors: false });

/** What Deno asks for, and what its kernel asks for. */
const hook = (value: object, name: string) =>
  (value as Record<symbol, (...given: unknown[]) => unknown>)[Symbol.for(name)];

describe("a console shows", () => {
  const frame = createDataFrame({
    columns: {
      symbol: ["AAA", "<b>\n", null],
      close: [1.5, null, -0.25],
      volume: [1n, 2n, 2n ** 60n],
      raw: [Uint8Array.of(1, 2), null, null],
    },
    index: { name: "day", values: ["2024-01-01", "2024-01-02", "2024-01-03"] },
  });

  test("a frame as a table with its dtypes", () => {
    expect(shown(frame)).toBe(
      [
        "DataFrame of 3 rows × 4 columns",
        "day         symbol    close               volume  raw",
        "str         str     float64                int64  object",
        "2024-01-01  AAA         1.5                    1  Uint8Array(2)",
        "2024-01-02  <b>·       null                    2  null",
        "2024-01-03  null      -0.25  1152921504606846976  null",
      ].join("\n"),
    );
  });

  test("a frame within another value in a line", () => {
    expect(shown({ frame })).toBe("{ frame: DataFrame of 3 rows × 4 columns }");
    expect(shown([[[frame]]])).toContain("DataFrame of 3 rows × 4 columns");
  });

  test("the first and the last rows of a long frame, and the first columns of a wide one", () => {
    const long = createDataFrame({
      columns: Array.from({ length: 30 }, (_, i) => [`c${i}`, new Float64Array(1000)] as const),
    });
    const lines = shown(long).split("\n");
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe("DataFrame of 1000 rows × 30 columns");
    expect(lines[1]).toMatch(/c9 {2}…$/);
    expect(lines[8]).toBe("…");
    expect(lines[13]).toMatch(/^999 /);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
  });

  test("a series and an index in a line", () => {
    expect(shown(frame.column("close"))).toBe('Series "close" of 3 float64: 1.5, null, -0.25');
    expect(shown(frame.index)).toBe(
      'Index "day" of 3 str: "2024-01-01", "2024-01-02", "2024-01-03"',
    );
    expect(shown(frameOf("pandas3-range-step").index)).toBe(
      'RangeIndex "n" from 10 to 4 in steps of -2',
    );
    expect(shown(frameOf("pandas3-multiindex-rows").index)).toBe(
      'MultiIndex of 4 ("letter" str, int64): ["a", 1], ["a", 2], ["b", 1], ["b", 2]',
    );
    expect(shown(frameOf("pandas3-many-rows").column("run"))).toMatch(/: (0, ){6}…$/);
  });

  test.each(kinds)("%s shortly, whatever it holds", (kind) => {
    const any = frameOf(kind);
    for (const value of [any, any.index, ...any.series.slice(0, 3)]) {
      const text = shown(value);
      expect(text).not.toMatch(/\[object|undefined/);
      expect(text.length).toBeLessThan(4000);
    }
  });

  test("in Deno's notebooks a table", () => {
    // Deno would ask it first, and not say how deep the value lies.
    expect(hook(frame, "Deno.customInspect")).toBeUndefined();
    expect(hook(frame, "Jupyter.display")?.call(frame)).toEqual({
      "text/plain": shown(frame),
      "text/html": expect.stringContaining("<td>&#60;b&#62;·</td><td>null</td>"),
    });
  });
});

describe("a copy by structuredClone", () => {
  test.each(kinds)("of %s has all values", (kind) => {
    const frame = frameOf(kind);
    const copy = structuredClone(frame);
    expect(copy).toMatchObject({
      columns: frame.columns,
      dtypes: frame.dtypes,
      length: frame.length,
      attrs: frame.attrs,
    });
    expect(copy.series.map(({ values }) => values)).toEqual(
      frame.series.map((series) => series.toArray()),
    );
    expect(copy.index.levels.map(({ values }) => values)).toEqual(
      frame.index.levels.map((level) => level.toArray()),
    );
  });

  test("keeps large integers", () => {
    expect(structuredClone(frameOf("pandas3-ints").column("i64")).values).toContain(2n ** 63n - 1n);
  });
});

describe("JSON.stringify", () => {
  const json = (frame: Pick<DataFrame, "toJSON">) => JSON.parse(JSON.stringify(frame));

  test("gives rows, with the index where it is more than numbers from 0", () => {
    expect(json(frameOf("pandas3-datetime-ns"))).toEqual([
      { t: "2020-01-01T00:00:00.123456789" },
      { t: null },
      { t: "1677-09-21T00:12:43.145224193" },
    ]);
    expect(json(frameOf("pandas3-named-index"))).toEqual([
      { row: "r1", x: 1 },
      { row: "r2", x: 2 },
    ]);
  });

  test("has the integers of a column that needs bigints as decimal text", () => {
    expect(json(frameOf("pandas3-ints")).map(({ i64 }: { i64: unknown }) => i64)).toEqual([
      "-9223372036854775808",
      "0",
      "9223372036854775807",
    ]);
    expect(json(frameOf("pandas3-attrs"))).toEqual([{ x: 1 }]);
  });

  test("has bytes as base64, and no number that JSON has not", () => {
    const frame = createDataFrame({
      columns: { b: [Uint8Array.of(0, 255)], f: [Number.POSITIVE_INFINITY] },
    });
    expect(JSON.stringify(frame)).toBe('[{"b":"AP8=","f":null}]');
    expect(JSON.stringify(frame.series)).toBe('[["AP8="],[null]]');
    expect(JSON.stringify({ index: frame.index })).toBe('{"index":[0]}');
  });

  test.each(kinds)("takes %s", (kind) => {
    expect(json(frameOf(kind))).toHaveLength(frameOf(kind).length);
  });
});

test("frames are iterated by rows, series and indexes by values", () => {
  const frame = frameOf("pandas3-named-index");
  expect([...frame]).toEqual(frame.rows());
  expect([...frame.column("x")]).toEqual([1, 2]);
  expect([...frame.index]).toEqual(["r1", "r2"]);
  expect(frame.column("x").values).toBe(frame.column("x").values);
});
