import { ScrapbookError } from "../error/error.ts";
import { decodeBase64 } from "../json/base64.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonValue } from "../json/value.ts";
import { utf8Encoder } from "../platform.ts";
import { isJsonMime, isTextMime } from "../protocol/mime.ts";

/**
 * A bundle's value as text: the string that it is, or JSON text where the type is a JSON type or the
 * value no string. SPEC §5.4.
 */
export function mediaText(mime: string, value: JsonValue): string {
  if (typeof value === "string" && !isJsonMime(mime)) return value;
  return stringifyJson(value, { nonFinite: "literal" });
}

/** A bundle's value as the bytes of its MIME type. @throws `encoder-decode-failed`. */
export function mediaBytes(mime: string, value: JsonValue, path: string): Uint8Array<ArrayBuffer> {
  const text = mediaText(mime, value);
  if (isText(mime, value)) return utf8Encoder.encode(text);
  const bytes = decodeBase64(text);
  if (bytes !== undefined) return bytes;
  throw new ScrapbookError("encoder-decode-failed", {
    what: `What is shown as ${mime} is not base64`,
    path,
    expected: "base64, as Jupyter stores binary types",
  });
}

/** A bundle's value as a `data:` URL. */
export function mediaDataURL(mime: string, value: JsonValue): string {
  const text = mediaText(mime, value);
  return isText(mime, value)
    ? `data:${mime};charset=utf-8,${encodeURIComponent(wellFormed(text))}`
    : `data:${mime};base64,${text.replace(/\s+/g, "")}`;
}

function isText(mime: string, value: JsonValue): boolean {
  return typeof value !== "string" || isTextMime(mime) || isJsonMime(mime);
}

/** Lone surrogates, which no URL can hold, become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
