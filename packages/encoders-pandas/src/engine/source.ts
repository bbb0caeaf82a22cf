import { ScrapbookError } from "@scrapbook/core";
import {
  type HttpResponse,
  platform,
  type UrlLike,
  type WasmModule,
  type WasmPlatform,
} from "../platform.ts";

declare const URL: new (path: string, base?: string) => UrlLike;

/**
 * Where the engine's WebAssembly comes from: a URL, its bytes, or a compiled module (on platforms
 * that compile none at run time, such as Cloudflare's workers).
 */
export type WasmSource = string | UrlLike | Uint8Array | ArrayBuffer | WasmModule;

/** Compiles from `source`, or from the file that comes with this package. */
export async function compile(source: WasmSource | undefined): Promise<WasmModule> {
  const wasm = webAssembly();
  const module = compileSync(source);
  if (module !== undefined) return module;
  let url = "the place of the bundle";
  try {
    url = urlOf(source);
    return await fetchModule(wasm, url);
  } catch (cause) {
    throw unavailable(wasm, cause, url);
  }
}

/**
 * Compiles at once where nothing must be fetched: bytes, a module, or a runtime with Node's file
 * system. Gives undefined elsewhere.
 */
export function compileSync(source: WasmSource | undefined): WasmModule | undefined {
  const wasm = webAssembly();
  const bytes = bytesOf(source);
  if (bytes === undefined) return isModule(source) ? source : undefined;
  try {
    return new wasm.Module(bytes);
  } catch (cause) {
    throw unavailable(wasm, cause, "its bytes");
  }
}

function bytesOf(source: WasmSource | undefined): Uint8Array | ArrayBuffer | undefined {
  if (source instanceof Uint8Array || source instanceof ArrayBuffer) return source;
  if (source === undefined) return ownFile();
  const url = urlOf(source);
  return url.startsWith("file:") ? readFile(new URL(url)) : undefined;
}

/** Where the file may be installed: with this package, and in its own repository as a dependency. */
const installed = [
  "@scrapbook/encoders-pandas/parquet.wasm",
  "parquet-wasm/esm/parquet_wasm_bg.wasm",
];

/** The file beside this module, or, where this module was bundled or not yet built, the installed one. */
function ownFile(): Uint8Array | undefined {
  const base = ownPlace();
  if (base === undefined) return undefined;
  const require = platform.process?.getBuiltinModule?.("node:module").createRequire(base);
  if (require === undefined) return undefined;
  for (const request of ["./parquet.wasm", ...installed]) {
    try {
      const bytes = readFile(require.resolve(request));
      if (bytes !== undefined) return bytes;
    } catch {
      // Not installed under this name.
    }
  }
  return undefined;
}

declare const __filename: unknown;

/** Where this module is as a file. Bundled as CommonJS it has no URL, but the name of the bundle. */
function ownPlace(): string | undefined {
  const { url } = import.meta as unknown as { url: string | undefined };
  if (url !== undefined) return url.startsWith("file:") ? url : undefined;
  return typeof __filename === "string" ? __filename : undefined;
}

function readFile(file: string | UrlLike): Uint8Array | undefined {
  try {
    return platform.process?.getBuiltinModule?.("node:fs").readFileSync(file);
  } catch {
    return undefined;
  }
}

/** This spelling is the one that bundlers know: they copy the file and put its place here. */
const ownUrl = (): string =>
  servedByVite(new URL("./parquet.wasm", (import.meta as unknown as { url: string }).url).href);

/**
 * The development servers of Vite 5 to 7 serve this module from a folder of their own, beside that of
 * the packages, and leave the file where it is.
 */
const servedByVite = (url: string): string =>
  url.replace(/\/\.vite\/deps\/parquet\.wasm$/, "/@scrapbook/encoders-pandas/dist/parquet.wasm");

function urlOf(source: WasmSource | undefined): string {
  if (source === undefined) return ownUrl();
  return typeof source === "string" ? source : ((source as UrlLike).href ?? "");
}

const isModule = (source: WasmSource | undefined): source is WasmModule =>
  typeof source === "object" &&
  Object.prototype.toString.call(source) === "[object WebAssembly.Module]";

async function fetchModule(wasm: WasmPlatform, url: string): Promise<WasmModule> {
  const { fetch } = platform;
  if (fetch === undefined) throw new Error("there is no fetch");
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  // Streaming compiles while the bytes arrive, but takes only what is declared as wasm.
  if (wasm.compileStreaming !== undefined && isDeclaredWasm(response)) {
    return wasm.compileStreaming(response);
  }
  return wasm.compile(await response.arrayBuffer());
}

const isDeclaredWasm = (response: HttpResponse): boolean =>
  response.headers.get("content-type")?.startsWith("application/wasm") === true;

function webAssembly(): WasmPlatform {
  const { WebAssembly } = platform;
  if (WebAssembly !== undefined) return WebAssembly;
  throw new ScrapbookError("encoder-unavailable", {
    what: "DataFrames need WebAssembly, which this platform does not have",
    hint: "parquetBytes(scrap.rawData) gives the Parquet file without it.",
  });
}

/** The smallest module there is: its magic number and its version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

function unavailable(wasm: WasmPlatform, cause: unknown, from: string): ScrapbookError {
  if (!maysCompile(wasm)) {
    return new ScrapbookError("encoder-unavailable", {
      what: "DataFrames need WebAssembly, which the page's Content-Security-Policy forbids",
      hint: "Add 'wasm-unsafe-eval' to its script-src, or pass a compiled module as pandas({ wasm }).",
      cause,
    });
  }
  return new ScrapbookError("encoder-unavailable", {
    what: "The WebAssembly that reads and writes DataFrames could not be loaded",
    source: from,
    got: cause instanceof Error ? cause.message : String(cause),
    hint: "Pass the URL or the bytes of @scrapbook/encoders-pandas/parquet.wasm as pandas({ wasm }).",
    cause,
  });
}

function maysCompile(wasm: WasmPlatform): boolean {
  try {
    new wasm.Module(emptyModule);
    return true;
  } catch {
    return false;
  }
}
