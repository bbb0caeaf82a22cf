import { type ErrorCode, isScrapbookError, ScrapbookError } from "@scrapbook/core";
import { typeId } from "../arrow/type.ts";
import type { ArrowSchema, ArrowTable } from "../arrow/vector.ts";
import { platform, type WasmModule, type WeakReference } from "../platform.ts";
import { readArray } from "./c-array.ts";
import { readSchema } from "./c-schema.ts";
import { type EngineMemory, engineImports } from "./imports.ts";

/** What we use of parquet-wasm 0.8.0: each function's result is a list when it may fail. */
interface Wasm extends EngineMemory {
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, align: number): number;
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

const snappy = 1;
const noStatistics = 0;

/** An instance that has grown beyond this is the garbage collector's to take. */
const keptBytes = 64 * 2 ** 20;

/** Reads and writes Parquet. One engine serves all frames of its encoder, one after the other. */
export class Engine {
  readonly #module: WasmModule;
  #kept: Wasm | undefined;
  /** A large instance, so that the next large frame finds its memory still there, if nobody needed it. */
  #large: WeakReference<Wasm> | undefined;

  constructor(module: WasmModule) {
    this.#module = module;
    this.#kept = instantiate(module);
  }

  /**
   * The file's columns, copied out of the engine's memory; one vector a row group.
   *
   * @param rows How many rows each row group has.
   * @throws `encoder-decode-failed`, also when the engine traps.
   */
  read(parquet: Uint8Array, rows: readonly number[]): ArrowTable {
    const [first = 0] = rows;
    // A batch over two row groups would lose the categories of both, so batches end where they do.
    if (rows.slice(0, -1).every((size) => size === first) && (rows.at(-1) ?? 0) <= first) {
      return this.#read(parquet, { batchSize: Math.max(first, 1) });
    }
    const parts = rows.map((size, i) =>
      this.#read(parquet, { batchSize: Math.max(size, 1), rowGroups: [i] }),
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

  #read(parquet: Uint8Array, options: object): ArrowTable {
    return this.#call(readFailure, (wasm) => {
      const start = copyIn(wasm, [parquet], parquet.length);
      const table = checked(wasm, wasm.readParquet(start, parquet.length, pass(wasm, options)));
      const stream = checked(wasm, wasm.table_intoFFI(table));
      const read = readStream(wasm, stream);
      wasm.__wbg_ffistream_free(stream, 0);
      return read;
    });
  }

  /**
   * The Parquet file of an Arrow IPC stream given in pieces, compressed by Snappy.
   *
   * @throws `encoder-encode-failed` with the engine's reason.
   */
  write(ipc: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    return this.#call(writeFailure, (wasm) => {
      const size = ipc.reduce((sum, piece) => sum + piece.length, 0);
      const table = checked(wasm, wasm.table_fromIPCStream(copyIn(wasm, ipc, size), size));
      let builder = wasm.writerpropertiesbuilder_new();
      builder = wasm.writerpropertiesbuilder_setCompression(builder, snappy);
      // A frame is read whole: statistics would only take time and space.
      builder = wasm.writerpropertiesbuilder_setStatisticsEnabled(builder, noStatistics);
      const properties = wasm.writerpropertiesbuilder_build(builder);
      const [start, length, ...failure] = wasm.writeParquet(table, properties);
      checked(wasm, [start, ...failure]);
      const parquet = new Uint8Array(wasm.memory.buffer, start >>> 0, length).slice();
      wasm.__wbindgen_free(start, length, 1);
      return parquet;
    });
  }

  #call<T>(failure: Failed, work: (wasm: Wasm) => T): T {
    const wasm = this.#kept ?? this.#large?.deref() ?? instantiate(this.#module);
    this.#kept = undefined;
    this.#large = undefined;
    try {
      const result = work(wasm);
      this.#keep(wasm);
      return result;
    } catch (cause) {
      // A trap leaves an instance in a state nobody knows: it is not used again.
      if (cause instanceof Refusal) this.#keep(wasm);
      if (isScrapbookError(cause)) throw cause;
      const [code, what] = failure;
      const got = cause instanceof Refusal ? cause.message : `the engine's ${cause}`;
      throw new ScrapbookError(code, { what, got, cause });
    }
  }

  #keep(wasm: Wasm): void {
    if (wasm.memory.buffer.byteLength <= keptBytes) this.#kept = wasm;
    else this.#large = new platform.WeakRef(wasm);
  }
}

type Failed = readonly [code: ErrorCode, what: string];
const readFailure: Failed = ["encoder-decode-failed", "The frame's Parquet data is damaged"];
const writeFailure: Failed = ["encoder-encode-failed", "The frame could not be written"];

/** What the engine itself says is wrong; it is in good order afterwards. */
class Refusal extends Error {}

function instantiate(module: WasmModule): Wasm {
  const { WebAssembly } = platform;
  if (WebAssembly === undefined) throw new Error("WebAssembly is gone");
  const imports: Record<string, string[]> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] = [...(imports[from] ?? []), name];
  }
  let wasm: Wasm | undefined;
  const provided = Object.entries(imports).map(
    ([from, names]) => [from, engineImports(names, () => wasm as Wasm)] as const,
  );
  const instance = new WebAssembly.Instance(module, Object.fromEntries(provided));
  wasm = instance.exports as unknown as Wasm;
  wasm.__wbindgen_start();
  return wasm;
}

function readStream(wasm: Wasm, stream: number): ArrowTable {
  const memory = new DataView(wasm.memory.buffer);
  const schema: ArrowSchema = readSchema(memory, wasm.ffistream_schemaAddr(stream) >>> 0);
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

/** Pieces one after the other in the engine's memory, which the called function then owns. */
function copyIn(wasm: Wasm, pieces: readonly Uint8Array[], size: number): number {
  const start = wasm.__wbindgen_malloc(size, 1) >>> 0;
  const target = new Uint8Array(wasm.memory.buffer, start, size);
  let at = 0;
  for (const piece of pieces) {
    target.set(piece, at);
    at += piece.length;
  }
  return start;
}

function pass(wasm: Wasm, value: unknown): number {
  const index = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(index, value);
  return index;
}

function checked(wasm: Wasm, [result, error, failed]: [number, ...Failure]): number {
  if (failed === 0) return result;
  const reason = wasm.__wbindgen_externrefs.get(error);
  wasm.__externref_table_dealloc(error);
  throw new Refusal(reason instanceof Error ? reason.message : String(reason));
}
