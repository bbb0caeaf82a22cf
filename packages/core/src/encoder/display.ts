import { ScrapbookError } from "../error/error.ts";
import type { JsonValue } from "../json/value.ts";
import type { Encoder } from "./encoder.ts";

/** A MIME bundle to show: MIME types and their values, with optional metadata. */
export interface Bundle {
  /** MIME type to value: text, base64, JSON for JSON types, or the bytes as `scrap.bytes` gives them. */
  readonly data: { readonly [mime: string]: JsonValue | Uint8Array };
  /** The output's metadata; `scrapbook` is added on writing. Default: empty. */
  readonly metadata?: { readonly [key: string]: JsonValue } | undefined;
}

/**
 * The `display` encoder: no payload, the output itself is the value. It stands in the registry so
 * that its name is known; a payload that claims it is an error. SPEC §4.4.
 */
export const displayEncoder: Encoder<Bundle> = {
  name: "display",
  encodable: isBundle,
  encode: refuseDisplayPayload,
  decode: refuseDisplayPayload,
};

/** Whether a value is a {@link Bundle}: `{data: {"image/png": …}}` with MIME types as keys. */
export function isBundle(value: unknown): value is Bundle {
  if (typeof value !== "object" || value === null) return false;
  const { data, metadata } = value as { data?: unknown; metadata?: unknown };
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  if (Object.keys(value).some((key) => key !== "data" && key !== "metadata")) return false;
  const keys = Object.keys(data);
  return (
    (metadata === undefined || (typeof metadata === "object" && metadata !== null)) &&
    keys.length > 0 &&
    keys.every((key) => /^[\w.+-]+\/[\w.+-]+/.test(key))
  );
}

/** @throws `encoder-display-payload`, always: no payload has this encoder. SPEC §4.4. */
export function refuseDisplayPayload(): never {
  throw new ScrapbookError("encoder-display-payload", {
    what: "A payload names the display encoder, which stores no data",
    hint: "The program that wrote the payload made a mistake.",
  });
}
