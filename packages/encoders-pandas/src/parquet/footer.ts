import { decodeFailed } from "../failure.ts";
import type { ThriftList, ThriftStruct, ThriftValue } from "./thrift.ts";
import { ThriftReader } from "./thrift-reader.ts";

/** What a Parquet file says of itself at its end. */
export interface Footer {
  /** The whole footer, so that it can be written again with changes. */
  readonly struct: ThriftStruct;
  /** Where the footer begins, so where the data ends. */
  readonly start: number;
  readonly rows: number;
  readonly rowGroups: readonly RowGroup[];
}

/** Rows that are stored together. */
export interface RowGroup {
  readonly rows: number;
  readonly columns: readonly ColumnChunk[];
}

/** One column's part of a row group. */
export interface ColumnChunk {
  /** Parquet's physical type. */
  readonly type: number;
  /** Bytes of a value, where the type is one of fixed length. */
  readonly typeLength: number;
  readonly codec: number;
  readonly values: number;
  /** Where its first page begins. */
  readonly start: number;
  /** Where its last page ends. */
  readonly end: number;
}

const magic = 0x31524150; // "PAR1", little-endian
const tailBytes = 8;

/**
 * Reads the footer, and nothing else.
 *
 * @throws `encoder-decode-failed` when the bytes are no Parquet file, or its footer contradicts itself.
 */
export function readFooter(bytes: Uint8Array): Footer {
  const { length } = bytes;
  if (length === 0) throw notParquet("nothing");
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  if (length < 4 + tailBytes || view.getUint32(0, true) !== magic) {
    throw notParquet(`${length} bytes that do not begin with PAR1`);
  }
  if (view.getUint32(length - 4, true) !== magic) throw notParquet("bytes that are cut off");
  const start = length - tailBytes - view.getUint32(length - tailBytes, true);
  if (start < 4) throw notParquet("a footer that would be longer than the file");
  const struct = new ThriftReader(bytes.subarray(0, length - tailBytes), start).struct();
  const leaves = list(struct, 2).filter((element) => !element.has(5));
  const rowGroups = list(struct, 4).map((group) => readRowGroup(group, leaves));
  return {
    struct,
    start,
    rows: integer(struct, 3),
    rowGroups,
  };
}

function readRowGroup(group: ThriftStruct, leaves: readonly ThriftStruct[]): RowGroup {
  const chunks = list(group, 1);
  if (chunks.length !== leaves.length) {
    throw lies(`a row group has ${chunks.length} columns, the schema ${leaves.length}`);
  }
  return {
    rows: integer(group, 3),
    columns: chunks.map((chunk, i) => readChunk(chunk, leaves[i] as ThriftStruct)),
  };
}

function readChunk(chunk: ThriftStruct, leaf: ThriftStruct): ColumnChunk {
  const meta = chunk.get(3)?.value;
  if (!(meta instanceof Map)) throw lies("a column has no metadata");
  const dictionary = meta.has(11) ? integer(meta, 11) : 0;
  const data = integer(meta, 9);
  // Some writers leave 0 where there is no dictionary.
  const start = dictionary > 0 ? Math.min(dictionary, data) : data;
  return {
    type: integer(meta, 1),
    typeLength: leaf.has(2) ? integer(leaf, 2) : 0,
    codec: integer(meta, 4),
    values: integer(meta, 5),
    start,
    end: start + integer(meta, 7),
  };
}

/** The structs of a list, none where the field is absent. */
export function list(source: ThriftStruct, id: number): readonly ThriftStruct[] {
  const value = source.get(id)?.value;
  if (value === undefined) return [];
  const items = (value as ThriftList).items;
  if (!Array.isArray(items) || !items.every((item: ThriftValue) => item instanceof Map)) {
    throw lies(`field ${id} is no list of structs`);
  }
  return items as readonly ThriftStruct[];
}

/** An integer field, which is never negative in Parquet's structs where we read one. */
export function integer(source: ThriftStruct, id: number): number {
  const value = source.get(id)?.value;
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 0) {
    throw lies(`field ${id} is ${number === undefined ? "missing" : "no size"}`);
  }
  return number;
}

/** A footer, or page header, that contradicts itself or the bytes. */
export const lies = (how: string): Error =>
  decodeFailed({ what: `The frame's Parquet metadata contradicts itself: ${how}` });

const notParquet = (got: string): Error =>
  decodeFailed({
    what: "The scrap's data is no Parquet file",
    got,
    expected: "what DataFrame.to_parquet writes",
  });
