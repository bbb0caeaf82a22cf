import { expect, test } from "vitest";
import { parquetOf } from "../testing/payload.ts";
import { readFooter } from "./footer.ts";

const bytes = parquetOf("pandas3-ints");

test("the footer tells rows, row groups, and where columns lie", () => {
  const { rows, rowGroups } = readFooter(bytes);
  expect(rows).toBe(3);
  expect(rowGroups).toHaveLength(1);
  expect(rowGroups[0]?.columns.map(({ values, codec }) => [values, codec])).toEqual([
    [3, 1],
    [3, 1],
    [3, 1],
    [3, 1],
  ]);
});

test.each([
  ["nothing", new Uint8Array(0), /got nothing/],
  ["a few bytes", Uint8Array.of(80, 65, 82), /3 bytes/],
  ["other bytes", new Uint8Array(100), /do not begin with PAR1/],
  ["a file that is cut off", bytes.slice(0, 200), /cut off/],
  ["an encrypted file", Uint8Array.from(Buffer.from("PARE........PARE")), /PAR1/],
])("%s is no Parquet file", (_, input, what) => {
  expect(() => readFooter(input)).toThrow(
    expect.objectContaining({
      code: "encoder-decode-failed",
      message: expect.stringMatching(what),
    }),
  );
});

test("a footer that would be longer than the file is refused", () => {
  const changed = bytes.slice();
  changed.fill(0xff, changed.length - 8, changed.length - 4);
  expect(() => readFooter(changed)).toThrow(/longer than the file/);
});
