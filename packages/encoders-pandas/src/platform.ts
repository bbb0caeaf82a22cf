/**
 * The few names that this package needs of the platform it runs on, as structural types of its own,
 * so that it compiles with neither DOM nor Node types and runs wherever the names exist.
 */

/** What we use of `URL`. */
export interface UrlLike {
  readonly href: string;
}

/** A compiled WebAssembly module: any platform's `WebAssembly.Module` fits. */
export type WasmModule = object;

/** What we use of `WebAssembly.Instance`. */
export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** What we use of `WebAssembly`. */
export interface WasmPlatform {
  readonly Module: {
    new (bytes: Uint8Array | ArrayBuffer): WasmModule;
    imports(module: WasmModule): readonly { module: string; name: string }[];
  };
  readonly Instance: new (
    module: WasmModule,
    imports: Record<string, Record<string, unknown>>,
  ) => WasmInstance;
  compile(bytes: Uint8Array | ArrayBuffer): Promise<WasmModule>;
  compileStreaming?(response: HttpResponse | Promise<HttpResponse>): Promise<WasmModule>;
}

/** What we use of a fetched `Response`. */
export interface HttpResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What we use of Node's `process`, which Deno and Bun have as well. */
export interface NodeProcess {
  getBuiltinModule?(name: "node:fs"): { readFileSync(path: string | UrlLike): Uint8Array };
  getBuiltinModule?(name: "node:module"): {
    createRequire(from: string): { resolve(request: string): string };
  };
}

/** What we use of `Intl.DateTimeFormat`. */
export interface DateTimeFormat {
  formatToParts(date: Date): readonly { readonly type: string; readonly value: string }[];
}

/** A reference that keeps nothing alive. */
export interface WeakReference<T> {
  deref(): T | undefined;
}

interface PlatformGlobals {
  readonly Intl: {
    readonly DateTimeFormat: new (locale: string, options: object) => DateTimeFormat;
  };
  readonly WeakRef: new <T extends object>(target: T) => WeakReference<T>;
  readonly WebAssembly: WasmPlatform | undefined;
  readonly fetch: ((url: string) => Promise<HttpResponse>) | undefined;
  readonly process: NodeProcess | undefined;
  readonly TextDecoder: new (
    label: "utf-8",
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes?: Uint8Array): string };
  readonly TextEncoder: new () => {
    encode(text: string): Uint8Array<ArrayBuffer>;
    encodeInto(text: string, target: Uint8Array): { read: number; written: number };
  };
}

/** The platform's globals; those that may be missing are looked up when used, so that tests can hide them. */
export const platform: PlatformGlobals = globalThis as unknown as PlatformGlobals;

/** Decodes UTF-8; ill-formed bytes become U+FFFD, a BOM stays. */
export const utf8Decoder: { decode(bytes?: Uint8Array): string } =
  /* @__PURE__ */ new platform.TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD. */
export const utf8Encoder: {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
} = /* @__PURE__ */ new platform.TextEncoder();
