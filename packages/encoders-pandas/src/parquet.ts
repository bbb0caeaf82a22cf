import { writeParquet } from "./encode/parquet.ts";
import { checkFrame, type DataFrame } from "./frame/data-frame.ts";

/**
 * A Parquet file that `pandas.read_parquet` makes this frame of: the stored one where the frame was
 * read whole from it, else a new one, compressed by Snappy as pandas does it. SPEC §4.5.
 *
 * @throws `encoder-unsupported` for what Parquet or pandas cannot keep, `encoder-unavailable` where
 * the WebAssembly is not loaded, `encoder-encode-failed`.
 */
export function toParquet(frame: DataFrame): Uint8Array<ArrayBuffer> {
  checkFrame("toParquet", frame);
  return frame.parquetBytes ?? writeParquet(frame.table, frame.length, () => frame.engines.engine);
}
