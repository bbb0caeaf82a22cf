import { ScrapbookError } from "@scrapbook/core";
import { Engine } from "./engine.ts";
import { compile, compileSync, type WasmSource } from "./source.ts";

/** Compiles the engine when it is first needed, once. */
export class EngineSource {
  readonly #source: WasmSource | undefined;
  #engine: Engine | undefined;
  #loading: Promise<void> | undefined;

  constructor(source?: WasmSource) {
    this.#source = source;
  }

  /** @throws `encoder-unavailable`. A later call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** @throws `encoder-unavailable` where the engine must be fetched and was not. */
  get engine(): Engine {
    if (this.#engine === undefined) {
      const module = compileSync(this.#source);
      if (module !== undefined) this.#engine = new Engine(module);
    }
    if (this.#engine !== undefined) return this.#engine;
    throw new ScrapbookError("encoder-unavailable", {
      what: "The WebAssembly that reads and writes DataFrames is not loaded",
      hint: "Await load() of the encoder first, or pass its bytes as pandas({ wasm }).",
    });
  }

  async #load(): Promise<void> {
    try {
      this.#engine ??= new Engine(await compile(this.#source));
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}

/** The engine of encoders that were given no other, and of frames that came from none. */
export const ownEngine: EngineSource = /* @__PURE__ */ new EngineSource();
