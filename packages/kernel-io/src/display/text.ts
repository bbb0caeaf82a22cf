import { type Bundle, ScrapbookError } from "@scrapbook/core";
import {
  decodeLongBase64,
  encodeBase64,
  stringifyJson,
  utf8Decoder,
  utf8Encoder,
} from "@scrapbook/core/internal";
import { svgText } from "./element.ts";

/** How a data URL starts: its MIME type, parameters, and whether base64 follows. */
const dataURL = /^data:([\w.+-]+\/[\w.+-]+)(?:;[\w.+-]+=[^;,]*)*(;base64)?,/i;

/** What a text holds: a data URL, SVG, or itself. Of any other value: JSON, or what `String` gives. */
export function textBundle(value: unknown): Bundle {
  if (typeof value !== "string") return plain(textOf(value));
  const [start = "", mime, base64] = dataURL.exec(value) ?? [];
  if (mime !== undefined) {
    return ofDataURL(value.slice(start.length), mime.toLowerCase(), base64 !== undefined);
  }
  return /^\s*<svg\b/i.test(value)
    ? { data: { "image/svg+xml": svgText(value.trim()) } }
    : plain(value);
}

function ofDataURL(content: string, mime: string, isBase64: boolean): Bundle {
  const isText = mime.startsWith("text/") || mime === "image/svg+xml";
  const bytes = isBase64 ? decodeLongBase64(content) : percentDecoded(content);
  if (bytes === undefined) {
    throw new ScrapbookError("usage-argument", {
      what: `A data URL of ${mime} is damaged`,
      expected: isBase64 ? "base64" : "percent-encoded text",
    });
  }
  return { data: { [mime]: isText ? utf8Decoder.decode(bytes) : encodeBase64(bytes) } };
}

function percentDecoded(text: string): Uint8Array | undefined {
  try {
    return utf8Encoder.encode(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  try {
    return stringifyJson(value, { nonFinite: "literal" });
  } catch {
    return typeof value === "object" && value !== null
      ? `[object ${value.constructor?.name ?? "Object"}]`
      : String(value);
  }
}

function plain(text: string): Bundle {
  return { data: { "text/plain": text } };
}
