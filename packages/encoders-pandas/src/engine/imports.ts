import { utf8Decoder, utf8Encoder } from "../platform.ts";

/** What the engine's functions for reading and writing import; the rest is for its async readers. */
export interface EngineMemory {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly __wbindgen_externrefs: ExternrefTable;
  __wbindgen_malloc(size: number, align: number): number;
}

/** The table through which JavaScript values pass. */
export interface ExternrefTable {
  get(index: number): unknown;
  set(index: number, value: unknown): void;
  grow(by: number): number;
}

/**
 * The imports of the engine, by name. wasm-bindgen ends each name in a hash of its own, which is
 * left out here. parquet-wasm's own JavaScript is not used: it holds one instance for ever, where
 * we need a new one after a trap, and a new one gives back the memory of a large frame.
 */
export function engineImports(
  names: readonly string[],
  wasm: () => EngineMemory,
): Record<string, unknown> {
  const text = (start: number, length: number) =>
    utf8Decoder.decode(new Uint8Array(wasm().memory.buffer, start >>> 0, length));
  const known: Record<string, (...values: never[]) => unknown> = {
    Error: (start: number, length: number) => new Error(text(start, length)),
    Number: (value: unknown) => Number(value),
    __wbindgen_bigint_get_as_i64: (target: number, value: unknown) => {
      const view = new DataView(wasm().memory.buffer);
      view.setBigInt64(target + 8, typeof value === "bigint" ? value : 0n, true);
      view.setInt32(target, typeof value === "bigint" ? 1 : 0, true);
    },
    __wbindgen_in: (key: string, value: object) => key in value,
    __wbindgen_is_bigint: (value: unknown) => typeof value === "bigint",
    __wbindgen_is_object: (value: unknown) => typeof value === "object" && value !== null,
    __wbindgen_is_undefined: (value: unknown) => value === undefined,
    // biome-ignore lint/suspicious/noDoubleEquals: this is what the engine asks for.
    __wbindgen_jsval_loose_eq: (a: unknown, b: unknown) => a == b,
    __wbindgen_number_get: (target: number, value: unknown) => {
      const view = new DataView(wasm().memory.buffer);
      view.setFloat64(target + 8, typeof value === "number" ? value : 0, true);
      view.setInt32(target, typeof value === "number" ? 1 : 0, true);
    },
    __wbindgen_string_get: (target: number, value: unknown) => {
      const bytes = typeof value === "string" ? utf8Encoder.encode(value) : undefined;
      const start = bytes === undefined ? 0 : wasm().__wbindgen_malloc(bytes.length, 1);
      // The memory is looked at now: malloc may have moved it.
      const { buffer } = wasm().memory;
      if (bytes !== undefined) new Uint8Array(buffer).set(bytes, start >>> 0);
      const view = new DataView(buffer);
      view.setInt32(target, start, true);
      view.setInt32(target + 4, bytes?.length ?? 0, true);
    },
    __wbindgen_throw: (start: number, length: number) => {
      throw new Error(text(start, length));
    },
    get: element,
    get_unchecked: element,
    get_with_ref_key: element,
    isArray: (value: unknown) => Array.isArray(value),
    isSafeInteger: (value: unknown) => Number.isSafeInteger(value),
    length: (value: readonly unknown[]) => value.length,
    // "Cast intrinsic for Ref(String) -> Externref"
    __wbindgen_generic_0000000000000005: text,
    __wbindgen_init_externref_table: () => {
      const table = wasm().__wbindgen_externrefs;
      const offset = table.grow(4);
      table.set(0, undefined);
      for (const [i, value] of [undefined, null, true, false].entries())
        table.set(offset + i, value);
    },
  };
  return Object.fromEntries(
    names.map((name) => {
      const stem = name.replace(/^__wbg_/, "").replace(/_[0-9a-f]{16}$/, "");
      return [name, known[name] ?? known[stem] ?? missing(name)];
    }),
  );
}

const element = (value: Record<string, unknown>, key: string): unknown => value[key];

const missing = (name: string) => () => {
  throw new Error(`the engine called ${name}, which is not provided`);
};
