import type { ThriftStruct } from "./thrift.ts";
import { thriftBytes } from "./thrift-writer.ts";

const magic = new Uint8Array([80, 65, 82, 49]);

/** The pieces of a Parquet file whose data, from its first byte on, is given. */
export function parquetPieces(
  data: readonly Uint8Array[],
  footer: ThriftStruct,
): readonly Uint8Array[] {
  const bytes = thriftBytes(footer);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  return [...data, bytes, length, magic];
}

/** What a Parquet file begins with. */
export const parquetHead: Uint8Array = magic;
