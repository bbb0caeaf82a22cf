import { describe, expect, test } from "vitest";
import { decoded, kinds, parquetOf } from "../testing/payload.ts";
import { checkDeclaredSize } from "./declared-size.ts";
import { parquetPieces } from "./file.ts";
import { list, readFooter } from "./footer.ts";
import { struct, type ThriftStruct, type ThriftValue, thriftType, withField } from "./thrift.ts";
import { ThriftReader } from "./thrift-reader.ts";
import { thriftBytes } from "./thrift-writer.ts";

const { i32, i64, list: listType, struct: structType } = thriftType;
const limit = 2 ** 20;
const ints = parquetOf("pandas3-ints");

const check = (bytes: Uint8Array, maxBytes = limit) =>
  checkDeclaredSize(bytes, readFooter(bytes), maxBytes);

/** The file with its footer changed. */
function withFooter(change: (footer: ThriftStruct) => ThriftStruct): Uint8Array {
  const footer = readFooter(ints);
  const data = ints.subarray(0, footer.start);
  return Buffer.concat(
    parquetPieces([data], change(footer.struct)).map((piece) => Buffer.from(piece)),
  );
}

/** The file with a field of its first column's metadata changed. */
function withColumn(id: number, value: ThriftValue): Uint8Array {
  return withFooter((footer) => {
    const [group] = list(footer, 4) as [ThriftStruct];
    const [chunk, ...more] = list(group, 1) as [ThriftStruct, ...ThriftStruct[]];
    const meta = withField(chunk.get(3)?.value as ThriftStruct, id, i64, value);
    const chunks = [withField(chunk, 3, structType, meta), ...more];
    const changed = withField(group, 1, listType, { of: structType, items: chunks });
    return withField(footer, 4, listType, { of: structType, items: [changed] });
  });
}

/** The file with the header of its first page changed, which is a dictionary's. */
function withPage(change: (header: ThriftStruct) => ThriftStruct): Uint8Array {
  const start = readFooter(ints).rowGroups[0]?.columns[0]?.start as number;
  const reader = new ThriftReader(ints, start);
  const header = reader.struct();
  const bytes = thriftBytes(change(header));
  // The header's length must stay, for all that comes after it to stay where it is.
  expect(bytes.length).toBe(reader.position - start);
  const changed = ints.slice();
  changed.set(bytes, start);
  return changed;
}

const failure = (code: string, what: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(what) });

describe("what files of real pandas declare", () => {
  test.each(kinds)("%s agrees with itself", (kind) => {
    const bytes = parquetOf(kind);
    expect(check(bytes)).toBeLessThan(100_000);
  });

  test("is more than a limit below it", () => {
    const bytes = parquetOf("pandas3-many-rows");
    const size = check(bytes);
    expect(() => check(bytes, size)).not.toThrow();
    expect(() => check(bytes, size - 1)).toThrow(failure("encoder-too-large", /at most/));
  });
});

describe("a lie", () => {
  test.each([
    [
      "more rows than its row groups have",
      withFooter((footer) => withField(footer, 3, i64, 2n ** 40n)),
      /1099511627776 rows, but 3/,
    ],
    ["values that are not in its pages", withColumn(5, 1000n), /has 3/],
    ["fewer values than rows", withColumn(5, 2n), /fewer values than rows/],
    ["pages before the file", withColumn(11, 1n), /outside the file/],
    ["pages after the data", withColumn(7, 1_000_000n), /outside the file/],
    ["a negative place", withColumn(9, -1n), /no size/],
    ["a type that is none", withColumn(1, 99n), /no type 99/],
  ])("about %s is found", (_, bytes, what) => {
    expect(() => check(bytes)).toThrow(failure("encoder-decode-failed", what));
    expect(() => decoded(bytes)).toThrow(failure("encoder-decode-failed", what));
  });

  test("about the size of a page is found, from its Snappy preamble", () => {
    const bytes = withPage((header) => withField(header, 2, i32, 60));
    expect(() => check(bytes)).toThrow(failure("encoder-decode-failed", /Snappy preamble/));
  });

  test("about how long a page is in the file is found", () => {
    const bytes = withPage((header) => withField(header, 3, i32, 60));
    expect(() => check(bytes)).toThrow(failure("encoder-decode-failed", /contradicts|damaged/));
  });

  test("in a Snappy preamble is found", () => {
    const start = readFooter(ints).rowGroups[0]?.columns[0]?.start as number;
    const reader = new ThriftReader(ints, start);
    reader.struct();
    const bytes = ints.slice();
    bytes[reader.position] = 0x7f;
    expect(() => check(bytes)).toThrow(failure("encoder-decode-failed", /Snappy preamble/));
  });
});

describe("rows that take no bytes in the file", () => {
  test("count for a frame without columns", () => {
    const empty = parquetOf("pandas3-zero-columns");
    const footer = readFooter(empty);
    const changed = withField(footer.struct, 3, i64, 2n ** 40n);
    const groups = withField(changed, 4, listType, { of: structType, items: [] });
    const bytes = Buffer.concat(parquetPieces([empty.subarray(0, 4)], groups));
    expect(() => check(bytes)).toThrow(failure("encoder-too-large", /rows/));
  });

  test("count by their decoded width where one run holds them all", () => {
    const dataHeader = struct([
      [1, i32, 2 ** 30],
      [2, i32, 8],
      [3, i32, 3],
      [4, i32, 3],
    ]);
    const page = thriftBytes(
      struct([
        [1, i32, 0],
        [2, i32, 0],
        [3, i32, 0],
        [5, structType, dataHeader],
      ]),
    );
    const meta = struct([
      [1, i32, 2],
      [4, i32, 0],
      [5, i64, 2n ** 30n],
      [7, i64, BigInt(page.length)],
      [9, i64, 4n],
    ]);
    const chunk = struct([[3, structType, meta]]);
    const group = struct([
      [1, listType, { of: structType, items: [chunk] }],
      [3, i64, 2n ** 30n],
    ]);
    const footer = struct([
      [2, listType, { of: structType, items: [struct([[5, i32, 1]]), struct([[1, i32, 2]])] }],
      [3, i64, 2n ** 30n],
      [4, listType, { of: structType, items: [group] }],
    ]);
    const bytes = Buffer.concat(parquetPieces([Buffer.from("PAR1"), page], footer));
    expect(() => check(bytes, 2 ** 29)).toThrow(failure("encoder-too-large", /8589934592 bytes/));
  });
});
