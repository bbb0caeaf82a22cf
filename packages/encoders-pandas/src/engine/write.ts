import type { Engine, Failure } from "./engine.ts";
import { checked, copyIn } from "./wasm.ts";

const failure: Failure = ["encoder-encode-failed", "The frame could not be written"];
const snappy = 1;
const noStatistics = 0;

/**
 * The Parquet file of an Arrow IPC stream given in pieces, compressed by Snappy.
 *
 * @throws `encoder-encode-failed` with the engine's reason.
 */
export function writeStream(engine: Engine, ipc: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return engine.use(failure, (wasm) => {
    const size = ipc.reduce((sum, piece) => sum + piece.length, 0);
    const table = checked(wasm, wasm.table_fromIPCStream(copyIn(wasm, ipc, size), size));
    let builder = wasm.writerpropertiesbuilder_new();
    builder = wasm.writerpropertiesbuilder_setCompression(builder, snappy);
    // A frame is read whole: statistics would only take time and space.
    builder = wasm.writerpropertiesbuilder_setStatisticsEnabled(builder, noStatistics);
    const properties = wasm.writerpropertiesbuilder_build(builder);
    const [start, length, ...failed] = wasm.writeParquet(table, properties);
    checked(wasm, [start, ...failed]);
    const parquet = new Uint8Array(wasm.memory.buffer, start >>> 0, length).slice();
    wasm.__wbindgen_free(start, length, 1);
    return parquet;
  });
}
