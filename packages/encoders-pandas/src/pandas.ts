import { type Encoder, type JsonValue, ScrapbookError } from "@scrapbook/core";
import {
  aCount,
  aFunction,
  checkOptions,
  encodeBase64,
  type OptionRules,
} from "@scrapbook/core/internal";
import { decodeBase64 } from "./base64.ts";
import { readParquetFrame } from "./decode/parquet.ts";
import { givenEngine, ownEngine } from "./engine/engine-source.ts";
import type { WasmSource } from "./engine/source.ts";
import { type DataFrame, isDataFrame, type ParquetWriter } from "./frame/data-frame.ts";
import { defaultMaxBytes, type SizeLimit } from "./limit.ts";

/** Options of {@link pandas}. */
export interface PandasOptions extends SizeLimit {
  /**
   * Where the WebAssembly comes from: a URL, its bytes, or a compiled module. Default: the file that
   * comes with this package, read beside it in Node, Deno and Bun, fetched from beside it in browsers.
   */
  readonly wasm?: WasmSource | undefined;
  /**
   * `toParquet` of `@scrapbook/encoders-pandas/parquet`, for writing parts of frames that were read.
   * Default: none, so that reading frames does not bundle writing them. Whole frames that were read
   * are written as they are stored; frames made by `createDataFrame` and the like bring it along.
   */
  readonly toParquet?: ParquetWriter | undefined;
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

const rules: OptionRules = {
  wasm: {
    expected: "a URL, bytes, or a WebAssembly.Module",
    fits: (value) => (typeof value === "string" && value !== "") || typeof value === "object",
  },
  maxBytes: /* @__PURE__ */ aCount(0),
  toParquet: aFunction,
};

function createEncoder(options: PandasOptions = {}): PandasEncoder {
  checkOptions("pandas", options, rules);
  const { wasm, maxBytes = defaultMaxBytes, toParquet } = options;
  const engines = wasm === undefined ? ownEngine : givenEngine(wasm);
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
      if (isDataFrame(value)) return encodeBase64(parquetOf(value, toParquet));
      throw new ScrapbookError("encoder-not-encodable", {
        what: "The pandas encoder writes DataFrames",
        got: value === null ? "null" : Array.isArray(value) ? "an array" : typeof value,
        hint: "Make one with createDataFrame({ columns }), or with dataFrameFromIPC(bytes) of @scrapbook/encoders-pandas/arrow.",
      });
    },
  };
}

function parquetOf(frame: DataFrame, given: ParquetWriter | undefined): Uint8Array {
  const stored = frame.parquetBytes;
  if (stored !== undefined) return stored;
  const write = given ?? frame.writer;
  if (write !== undefined) return write(frame);
  throw new ScrapbookError("encoder-unavailable", {
    what: "The frame is a part of one that was read, and writing needs toParquet",
    hint: 'Pass pandas({ toParquet }), with import { toParquet } from "@scrapbook/encoders-pandas/parquet".',
  });
}

/**
 * The Parquet file of a pandas scrap, as it is stored: `parquetBytes(scrap.rawData)`. Loads no
 * WebAssembly, and does not look into the file.
 *
 * @throws `encoder-decode-failed`, `encoder-too-large`.
 */
export function parquetBytes(
  data: JsonValue | undefined,
  options: SizeLimit = {},
): Uint8Array<ArrayBuffer> {
  checkOptions("parquetBytes", options, { maxBytes: aCount(0) });
  const { maxBytes = defaultMaxBytes } = options;
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
