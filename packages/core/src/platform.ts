/**
 * The few names that this package needs of the platform it runs on, as structural types of its own,
 * so that it compiles with neither DOM nor Node types and runs wherever the names exist.
 */

/** What we use of `TextDecoder`. */
export interface Utf8Decoder {
  decode(bytes?: Uint8Array): string;
}

/** What we use of `TextEncoder`. */
export interface Utf8Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/** What we use of `AbortSignal`: any standard signal fits. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A compiled module of WebAssembly. */
export type WasmModule = object & { readonly wasm?: never };

/** What we use of `WebAssembly`. */
export interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
}

/** What we use of Node's `Buffer`. */
export interface BufferLike {
  byteLength(text: string): number;
  from(text: string, encoding: "base64"): BufferBytes;
  from(bytes: ArrayBufferLike, offset: number, length: number): BufferBytes;
}

/** What we use of a `Buffer`. */
export interface BufferBytes extends Uint8Array<ArrayBuffer> {
  toString(encoding?: "base64"): string;
}

/** What platforms have for base64; looked up when used. */
export interface Base64Platform {
  readonly Buffer?: BufferLike;
  readonly atob: (text: string) => string;
}

interface PlatformGlobals extends Base64Platform {
  readonly WebAssembly?: WebAssemblyLike;
  readonly TextDecoder: new (
    label: "utf-8",
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => Utf8Decoder;
  readonly TextEncoder: new () => Utf8Encoder;
  readonly URL: new (text: string) => unknown;
  readonly setTimeout: (act: () => void, milliseconds: number) => unknown;
}

const platform = globalThis as unknown as PlatformGlobals;

export const base64Platform: Base64Platform = platform;

/** Decodes UTF-8 that the scanner has already checked; keeps a BOM as U+FEFF. */
export const utf8Decoder: Utf8Decoder = /* @__PURE__ */ new platform.TextDecoder("utf-8", {
  fatal: false,
  ignoreBOM: true,
});

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD, so check first. */
export const utf8Encoder: Utf8Encoder = /* @__PURE__ */ new platform.TextEncoder();

/** Whether a text is a URL, as browsers parse it. */
export function isUrl(text: string): boolean {
  try {
    new platform.URL(text);
    return true;
  } catch {
    return false;
  }
}

/** Waits. Rejects with the signal's reason where that comes first. */
export function delay(milliseconds: number, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", abort);
    platform.setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
  });
}

/** `undefined` where there is none. */
export const platformWebAssembly: WebAssemblyLike | undefined = /* @__PURE__ */ (() =>
  platform.WebAssembly)();
