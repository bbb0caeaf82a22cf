import { describe, expect, test } from "vitest";
import { toIPC } from "../arrow.ts";
import { toCSV } from "../csv.ts";
import { toJSON } from "../json.ts";
import { readFooter } from "../parquet/footer.ts";
import { toParquet } from "../parquet.ts";
import { toHTML, toText } from "../preview.ts";
import { decoded, frameOf, parquetOf } from "../testing/payload.ts";

/** The file that real pandas wrote for a kind, with a byte near the end of some of its columns changed. */
function damaged(kind: string, leaves: readonly number[], fromEnd = 1): Uint8Array {
  const bytes = parquetOf(kind);
  const chunks = readFooter(bytes).rowGroups[0]?.columns ?? [];
  for (const leaf of leaves) {
    const at = (chunks[leaf]?.end ?? 0) - fromEnd;
    bytes[at] = (bytes[at] as number) ^ 0xff;
  }
  return bytes;
}

const cannotBeRead = (column: string) =>
  expect.objectContaining({
    code: "encoder-decode-failed",
    message: expect.stringContaining(`The frame's column ${JSON.stringify(column)} cannot be read`),
  });

describe("a column that cannot be read", () => {
  const whole = frameOf("pandas3-odd-names");

  test.each([[[0]], [[6]], [[9]], [[0, 1, 4]], [[0, 1, 2, 3, 4, 5, 6, 7, 8]]])(
    "leaves the others as they are: %j",
    (leaves) => {
      const frame = decoded(damaged("pandas3-odd-names", leaves));
      const bad = whole.keys.filter((_, i) => leaves.includes(i));
      expect(frame.keys).toEqual(whole.keys);
      expect(frame.series.flatMap(({ error, name }) => (error ? [name] : []))).toEqual(bad);
      expect(frame.drop(bad).rows({ index: true })).toEqual(whole.drop(bad).rows({ index: true }));
    },
  );

  test.each([
    ["pandas3-category-of-nothing", 0, "n"],
    ["pandas3-lists-of-dates", 1, "decimals"],
    ["pandas3-interval", 3, "f"],
    ["pandas3-no-arrow-schema", 2, "l"],
    ["pandas3-datetime-columns", 0, "2024-01-01 00:00:00"],
  ])("of %s is found, whatever is nested in it", (kind, leaf, column) => {
    const frame = decoded(damaged(kind, [leaf]));
    expect(() => frame.rows()).toThrow(cannotBeRead(column));
    expect(frame.drop([column]).rows()).toEqual(frameOf(kind).drop([column]).rows());
  });

  test("throws its error wherever its values are asked for, and shows itself in previews", () => {
    const frame = decoded(damaged("pandas3-many-rows", [0])).head(3);
    const column = frame.column("run");
    const uses = [
      () => column.at(0),
      () => column.toArray(),
      () => column.toValues(),
      () => frame.rows(),
      () => frame.toColumns(),
      () => toCSV(frame),
      () => toJSON(frame),
      () => toIPC(frame),
      () => toParquet(frame),
    ];
    for (const use of uses) expect(use).toThrow(cannotBeRead("run"));
    expect(toText(frame)).toContain("unreadable");
    expect(toHTML(frame)).toContain("<td>unreadable</td>");
    expect(column.dtype).toBe("int64");
  });

  test("leaves the frame to be written as it was stored, or without it", () => {
    const bytes = damaged("pandas3-odd-names", [6]);
    const frame = decoded(bytes);
    expect(toParquet(frame)).toEqual(bytes);
    const rest = frame.drop(["a.b"]);
    expect(decoded(toParquet(rest)).rows()).toEqual(rest.rows());
  });

  test("may be in the index, and takes no column with it", () => {
    const frame = decoded(damaged("pandas3-multiindex-rows", [2], 2));
    const level = frame.index.levels.find(({ error }) => error !== undefined);
    if (level === undefined) throw new Error("the index is whole");
    expect(() => frame.rows({ index: true })).toThrow(cannotBeRead("__index_level_1__"));
    expect(frame.rows()).toEqual(frameOf("pandas3-multiindex-rows").rows());
  });
});

test("a file of which no column can be read is damaged as a whole", () => {
  const all = Array.from({ length: 10 }, (_, i) => i);
  expect(() => decoded(damaged("pandas3-odd-names", all))).toThrow(
    expect.objectContaining({
      code: "encoder-decode-failed",
      message: expect.stringContaining("The frame's Parquet data is damaged"),
    }),
  );
});

test("categories of booleans are read at the first attempt", () => {
  const frame = frameOf("pandas2-category-of-bools");
  expect(frame.dtypes).toEqual({
    flag: "object",
    sure: "bool",
    one: "object",
    none: "object",
    word: "category",
  });
  expect(frame.rows()[0]).toEqual({ flag: true, sure: true, one: null, none: null, word: "b" });
});
