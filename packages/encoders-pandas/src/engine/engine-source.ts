import { ScrapbookError } from "@scrapbook/core";
import { Engine } from "./engine.ts";
import { compile, compileSync, type WasmSource } from "./source.ts";

/** Compiles the engine when it is first needed, once. */
export class EngineSource {
  readonly #source: WasmSource | undefined;
  readonly #other: () => EngineSource | undefined;
  #engine: Engine | undefined;
  #loading: Promise<void> | undefined;

  /** @param other Serves where nothing can be compiled at once from `source`. */
  constructor(source?: WasmSource, other: () => EngineSource | undefined = () => undefined) {
    this.#source = source;
    this.#other = other;
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
    const engine = this.#engine ?? this.#other()?.engine;
    if (engine !== undefined) return engine;
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

/** Engines by the URL, the bytes or the module that a program gave: one is compiled once. */
const byText = /* @__PURE__ */ new Map<string, EngineSource>();
const byObject = /* @__PURE__ */ new WeakMap<object, EngineSource>();
let given: EngineSource | undefined;

/** The engine of a program that says itself where the WebAssembly is. */
export function givenEngine(source: WasmSource): EngineSource {
  const key = typeof source === "object" && "href" in source ? source.href : source;
  given = typeof key === "string" ? byText.get(key) : byObject.get(key);
  if (given === undefined) {
    given = new EngineSource(source);
    if (typeof key === "string") byText.set(key, given);
    else byObject.set(key, given);
  }
  return given;
}

/**
 * The engine of encoders that were given no other, and of frames that came from none: a frame that
 * was made in a page whose encoder was given a URL is written by that encoder's engine.
 */
export const ownEngine: EngineSource = /* @__PURE__ */ new EngineSource(undefined, () => given);
