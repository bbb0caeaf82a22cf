import { encodeBase64 } from "@scrapbook/core/internal";
import type { ArrowSchema } from "../arrow/vector.ts";
import { chunkStruct } from "../parquet/chunk.ts";
import { parquetHead, parquetPieces } from "../parquet/file.ts";
import { dataPage, encoding } from "../parquet/page.ts";
import { struct, type ThriftStruct, thriftType } from "../parquet/thrift.ts";
import { utf8Encoder } from "../platform.ts";
import { joined, schemaMessage } from "./ipc.ts";

const { i32, i64, binary, list, struct: structType } = thriftType;
const int32 = 1;
const optional = 1;
/** The logical type of columns that hold nulls alone. */
const unknown = 11;

/**
 * The Parquet file of a table without a single value: no columns at all, or columns of the null
 * type alone. The engine's input format cannot say how many rows these have.
 */
export function nullFile(
  schema: ArrowSchema,
  rows: number,
  createdBy: string,
): Uint8Array<ArrayBuffer> {
  const { fields } = schema;
  const pieces: Uint8Array[] = [parquetHead];
  let end = parquetHead.length;
  const chunks = fields.map(({ name }): ThriftStruct => {
    const page = dataPage(rows, () => false, encoding.plain, []);
    const size = page.reduce((sum, { length }) => sum + length, 0);
    const dataOffset = end;
    for (const piece of page) pieces.push(piece);
    end += size;
    const encodings = [encoding.plain, encoding.rle];
    return chunkStruct({ type: int32, encodings, name, values: rows, size, dataOffset });
  });
  const group = struct([
    [1, list, { of: structType, items: chunks }],
    [2, i64, BigInt(end - parquetHead.length)],
    [3, i64, BigInt(rows)],
  ]);
  const footer = struct([
    [1, i32, 2],
    [
      2,
      list,
      { of: structType, items: [root(fields.length), ...fields.map(({ name }) => leaf(name))] },
    ],
    [3, i64, BigInt(rows)],
    [4, list, { of: structType, items: [group] }],
    [5, list, { of: structType, items: keyValues(schema) }],
    [6, binary, utf8Encoder.encode(createdBy)],
  ]);
  return joined(parquetPieces(pieces, footer));
}

const root = (children: number): ThriftStruct =>
  struct([
    [4, binary, utf8Encoder.encode("schema")],
    [5, i32, children],
  ]);

const leaf = (name: string): ThriftStruct =>
  struct([
    [1, i32, int32],
    [3, i32, optional],
    [4, binary, utf8Encoder.encode(name)],
    [10, structType, struct([[unknown, structType, struct([])]])],
  ]);

/** The schema's metadata, and, where there is a column at all, the schema itself as Arrow has it. */
function keyValues(schema: ArrowSchema): readonly ThriftStruct[] {
  const arrow: [string, string][] =
    schema.fields.length === 0 ? [] : [["ARROW:schema", encodeBase64(schemaMessage(schema))]];
  return [...(schema.metadata ?? []), ...arrow].map(([key, value]) =>
    struct([
      [1, binary, utf8Encoder.encode(key)],
      [2, binary, utf8Encoder.encode(value)],
    ]),
  );
}
