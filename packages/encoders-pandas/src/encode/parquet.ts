import { typeId } from "../arrow/type.ts";
import type { ArrowTable } from "../arrow/vector.ts";
import type { Engine } from "../engine/engine.ts";
import { writeStream } from "../engine/write.ts";
import { withCategories, withoutCategories } from "./categories.ts";
import { ipcPieces } from "./ipc.ts";
import { nullFile } from "./null-file.ts";
import { storable } from "./storable.ts";

const createdBy = "@scrapbook/encoders-pandas";

/**
 * The Parquet file of a table: Snappy, as pandas writes it.
 *
 * @throws `encoder-unsupported` for columns that Parquet or pandas cannot keep.
 */
export function writeParquet(
  source: ArrowTable,
  rows: number,
  engine: () => Engine,
): Uint8Array<ArrayBuffer> {
  const table = storable(source);
  const { schema, children } = table;
  if (children.every(({ type }) => type.typeId === typeId.null)) {
    return nullFile(schema, rows, createdBy);
  }
  return withCategories(writeStream(engine(), ipcPieces(withoutCategories(table))), table);
}
