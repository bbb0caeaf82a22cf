import { type Encoder, type JsonValue, ScrapbookError } from "@scrapbook/core";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { readParquetFrame } from "./decode/parquet.ts";
import { EngineSource, ownEngine } from "./engine/engine-source.ts";
import type { WasmSource } from "./engine/source.ts";
import { type DataFrame, isDataFrame } from "./frame/data-frame.ts";
import { defaultMaxBytes, type SizeLimit } from "./limit.ts";

/** Options of {@link pandas}. */
export interface PandasOptions extends SizeLimit {
  /**
   * Where the WebAssembly comes from: a URL, its bytes, or a compiled module. Default: the file that
   * comes with this package, read beside it in Node, Deno and Bun, fetched from beside it in browsers.
   */
  readonly wasm?: WasmSource | undefined;
}

const encoderName = "pandas";

/** What {@link pandas} makes. */
export interface PandasEncoder extends Encoder<DataFrame, string> {
  load(): Promise<void>;
}

/** The type of {@link pandas}: a factory that `scrap.as(pandas)` takes for its encoder. */
export interface PandasFactory {
  (options?: PandasOptions): PandasEncoder;
  readonly encoderName: "pandas";
}

/**
 * The `pandas` encoder: a scrap's data is the base64 of the Parquet file that
 * `DataFrame.to_parquet(engine="pyarrow")` writes. SPEC §4.5.
 *
 * Reading and writing awaits `load()` where a frame is there; in Node, Deno and Bun it may be left out.
 *
 * ```ts
 * const notebook = await readNotebook("AAA.ipynb", { encoders: [pandas()] });
 * notebook.scraps.get("prices")?.as(pandas).head();
 * ```
 */
export const pandas: PandasFactory = /* @__PURE__ */ Object.assign(createEncoder, {
  encoderName,
} as const);

function createEncoder({ wasm, maxBytes = defaultMaxBytes }: PandasOptions = {}): PandasEncoder {
  const engines = wasm === undefined ? ownEngine : new EngineSource(wasm);
  return {
    name: encoderName,
    encodable: isDataFrame,
    load: () => engines.load(),
    decode(data) {
      const bytes = decodeBase64(payloadText(data), maxBytes);
      // The base64 text is there as long as the notebook is: keeping its bytes too would be too much.
      const stored = () => decodeBase64(data, maxBytes);
      return readParquetFrame(bytes, maxBytes, { engines, stored });
    },
    encode(value) {
      if (isDataFrame(value)) return encodeBase64(value.toParquet());
      throw new ScrapbookError("encoder-not-encodable", {
        what: "The pandas encoder writes DataFrames",
        got: value === null ? "null" : Array.isArray(value) ? "an array" : typeof value,
        hint: "Make one with createDataFrame({ columns }), or with dataFrameFromIPC(bytes) of @scrapbook/encoders-pandas/arrow.",
      });
    },
  };
}

/**
 * The Parquet file of a pandas scrap, as it is stored: `parquetBytes(scrap.rawData)`. Loads no
 * WebAssembly, and does not look into the file.
 *
 * @throws `encoder-decode-failed`, `encoder-too-large`.
 */
export function parquetBytes(
  data: JsonValue | undefined,
  { maxBytes = defaultMaxBytes }: SizeLimit = {},
): Uint8Array<ArrayBuffer> {
  return decodeBase64(payloadText(data), maxBytes);
}

function payloadText(data: JsonValue | undefined): string {
  if (typeof data === "string") return data;
  throw new ScrapbookError("encoder-decode-failed", {
    what: "A pandas scrap's data is not base64",
    got: data === null ? "null" : Array.isArray(data) ? "an array" : typeof data,
    expected: "a string",
  });
}
