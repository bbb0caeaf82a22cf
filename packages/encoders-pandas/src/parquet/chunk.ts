import { utf8Encoder } from "../platform.ts";
import { struct, type ThriftStruct, thriftType } from "./thrift.ts";

/** A column's pages, where they begin in the file, and what the footer says of them. */
export interface ChunkDescription {
  /** Parquet's physical type. */
  readonly type: number;
  readonly encodings: readonly number[];
  readonly name: string;
  readonly values: number;
  /** Bytes of its pages, which are not compressed. */
  readonly size: number;
  readonly dataOffset: number;
  readonly dictionaryOffset?: number;
}

const { i32, i64, binary, list, struct: structType } = thriftType;

/** The footer's entry of an uncompressed chunk of a column without nesting. */
export function chunkStruct(chunk: ChunkDescription): ThriftStruct {
  const { type, encodings, name, values, size, dataOffset, dictionaryOffset } = chunk;
  const start = dictionaryOffset ?? dataOffset;
  const meta = struct([
    [1, i32, type],
    [2, list, { of: i32, items: encodings }],
    [3, list, { of: binary, items: [utf8Encoder.encode(name)] }],
    [4, i32, 0],
    [5, i64, BigInt(values)],
    [6, i64, BigInt(size)],
    [7, i64, BigInt(size)],
    [9, i64, BigInt(dataOffset)],
    [11, i64, dictionaryOffset === undefined ? undefined : BigInt(dictionaryOffset)],
  ]);
  return struct([
    [2, i64, BigInt(start)],
    [3, structType, meta],
  ]);
}
