import { type ErrorCode, isScrapbookError, ScrapbookError } from "@scrapbook/core";
import { platform, type WasmModule, type WeakReference } from "../platform.ts";
import { engineImports } from "./imports.ts";
import { Refusal, type Wasm } from "./wasm.ts";

/** An instance that has grown beyond this is the garbage collector's to take. */
const keptBytes = 64 * 2 ** 20;

/** How it is told that the engine failed. */
export type Failure = readonly [code: ErrorCode, what: string];

/** Holds the WebAssembly's instance. One engine serves all frames of its encoder, one after the other. */
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
   * Gives an instance to `work`.
   *
   * @throws the code of `failure` with the engine's reason, also when the engine traps.
   */
  use<T>(failure: Failure, work: (wasm: Wasm) => T): T {
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
