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

interface PlatformGlobals {
  readonly TextDecoder: new (
    label: "utf-8",
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => Utf8Decoder;
  readonly TextEncoder: new () => Utf8Encoder;
  readonly atob: (text: string) => string;
}

const platform = globalThis as unknown as PlatformGlobals;

/** Decodes UTF-8 that the scanner has already checked; keeps a BOM as U+FEFF. */
export const utf8Decoder: Utf8Decoder = /* @__PURE__ */ new platform.TextDecoder("utf-8", {
  fatal: false,
  ignoreBOM: true,
});

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD, so check first. */
export const utf8Encoder: Utf8Encoder = /* @__PURE__ */ new platform.TextEncoder();

/**
 * The bytes of standard base64 as code units 0 to 255. Throws for anything else; white space
 * anywhere is fine, padding optional: what the standard calls a forgiving decode.
 */
export function decodeBase64Units(text: string): string {
  return platform.atob(text);
}
