import { unifyDictionaries } from "../arrow/dictionary.ts";
import { DataFrame, type FrameOrigin } from "../frame/data-frame.ts";
import { checkDeclaredSize } from "../parquet/declared-size.ts";
import { readFooter } from "../parquet/footer.ts";
import { readColumns } from "./columns.ts";
import { readFrame } from "./frame.ts";

/**
 * The frame of a Parquet file. The file is not trusted: what it declares is checked before it is
 * decoded.
 *
 * @throws `encoder-decode-failed`, `encoder-too-large`, `encoder-unavailable`.
 */
export function readParquetFrame(
  parquet: Uint8Array,
  maxBytes: number,
  origin: FrameOrigin,
): DataFrame {
  const footer = readFooter(parquet);
  checkDeclaredSize(parquet, footer, maxBytes);
  const table = unifyDictionaries(readColumns(origin.engines.engine, parquet, footer));
  return new DataFrame(readFrame(table, footer.rows), origin);
}
