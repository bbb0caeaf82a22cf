import { typeId } from "../arrow/type.ts";
import type { ArrowTable } from "../arrow/vector.ts";
import { readArray } from "./c-array.ts";
import { readSchema } from "./c-schema.ts";
import type { Engine, Failure } from "./engine.ts";
import { checked, copyIn, pass, type Wasm } from "./wasm.ts";

const failure: Failure = ["encoder-decode-failed", "The frame's Parquet data is damaged"];

/**
 * The columns of a file given in pieces, copied out of the engine's memory; one vector a row group.
 *
 * @param rows How many rows each row group has.
 * @throws `encoder-decode-failed`, also when the engine traps.
 */
export function readTable(
  engine: Engine,
  parquet: readonly Uint8Array[],
  rows: readonly number[],
): ArrowTable {
  const [first = 0] = rows;
  // A batch over two row groups would lose the categories of both, so batches end where they do.
  if (rows.slice(0, -1).every((size) => size === first) && (rows.at(-1) ?? 0) <= first) {
    return readBatches(engine, parquet, { batchSize: Math.max(first, 1) });
  }
  const parts = rows.map((size, i) =>
    readBatches(engine, parquet, { batchSize: Math.max(size, 1), rowGroups: [i] }),
  );
  const { schema } = parts[0] as ArrowTable;
  return {
    schema,
    children: schema.fields.map(({ type }, i) => ({
      type,
      data: parts.flatMap((part) => part.children[i]?.data ?? []),
    })),
  };
}

function readBatches(engine: Engine, parquet: readonly Uint8Array[], options: object): ArrowTable {
  return engine.use(failure, (wasm) => {
    const size = parquet.reduce((sum, piece) => sum + piece.length, 0);
    const start = copyIn(wasm, parquet, size);
    const table = checked(wasm, wasm.readParquet(start, size, pass(wasm, options)));
    const stream = checked(wasm, wasm.table_intoFFI(table));
    const read = readStream(wasm, stream);
    wasm.__wbg_ffistream_free(stream, 0);
    return read;
  });
}

function readStream(wasm: Wasm, stream: number): ArrowTable {
  const memory = new DataView(wasm.memory.buffer);
  const schema = readSchema(memory, wasm.ffistream_schemaAddr(stream) >>> 0);
  const struct = { typeId: typeId.struct, children: schema.fields } as const;
  const batches = Array.from({ length: wasm.ffistream_numArrays(stream) }, (_, i) =>
    readArray(memory, wasm.ffistream_arrayAddr(stream, i) >>> 0, struct),
  );
  return {
    schema,
    children: schema.fields.map(({ type }, i) => ({
      type,
      data: batches.flatMap((batch) => batch.children?.[i] ?? []),
    })),
  };
}
