import type { EngineMemory } from "./imports.ts";

/** What we use of parquet-wasm 0.8.0: each function's result is a list when it may fail. */
export interface Wasm extends EngineMemory {
  __wbindgen_start(): void;
  __wbindgen_free(start: number, size: number, align: number): void;
  __externref_table_alloc(): number;
  __externref_table_dealloc(index: number): void;
  readParquet(start: number, size: number, options: number): [table: number, ...Failure];
  table_intoFFI(table: number): [stream: number, ...Failure];
  ffistream_numArrays(stream: number): number;
  ffistream_arrayAddr(stream: number, index: number): number;
  ffistream_schemaAddr(stream: number): number;
  __wbg_ffistream_free(stream: number, keep: number): void;
  table_fromIPCStream(start: number, size: number): [table: number, ...Failure];
  writerpropertiesbuilder_new(): number;
  writerpropertiesbuilder_setCompression(builder: number, codec: number): number;
  writerpropertiesbuilder_setStatisticsEnabled(builder: number, level: number): number;
  writerpropertiesbuilder_build(builder: number): number;
  writeParquet(table: number, properties: number): [start: number, size: number, ...Failure];
}

type Failure = [error: number, failed: number];

/** What the engine itself says is wrong; it is in good order afterwards. */
export class Refusal extends Error {}

/** The result of a call; where it failed, the engine's reason as an error. */
export function checked(wasm: Wasm, [result, error, failed]: [number, ...Failure]): number {
  if (failed === 0) return result;
  const reason = wasm.__wbindgen_externrefs.get(error);
  wasm.__externref_table_dealloc(error);
  throw new Refusal(reason instanceof Error ? reason.message : String(reason));
}

/** Pieces one after the other in the engine's memory, which the called function then owns. */
export function copyIn(wasm: Wasm, pieces: readonly Uint8Array[], size: number): number {
  const start = wasm.__wbindgen_malloc(size, 1) >>> 0;
  const target = new Uint8Array(wasm.memory.buffer, start, size);
  let at = 0;
  for (const piece of pieces) {
    target.set(piece, at);
    at += piece.length;
  }
  return start;
}

/** A JavaScript value as the engine takes it. */
export function pass(wasm: Wasm, value: unknown): number {
  const index = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(index, value);
  return index;
}
