import { isScrapbookError, type JsonObject } from "@scrapbook/core";
import { html, type SafeHtml } from "../html.ts";
import type { Part, Refusal } from "./part.ts";

/** Wider or higher than this is no size that a notebook means. */
const largestSide = 10_000;

/**
 * A raster picture as `<img>` with a data URL, which can run and load nothing. Refused where the bytes
 * are not `isKind`'s: a broken picture would be a blank.
 */
export function renderPicture(
  part: Part,
  kind: string,
  isKind: (bytes: Uint8Array) => boolean,
): SafeHtml | Refusal {
  return isKind(bytesOf(part))
    ? renderImage(part)
    : { refused: `its bytes are no ${kind} picture` };
}

/**
 * `<img>` with a data URL of the part, in the size that the output's metadata names. Its bytes stand in
 * the page; decoding them waits until the picture comes near, or a printer.
 */
export function renderImage({ scrap, mime, metadata, label }: Part, url?: string): SafeHtml {
  const width = side(metadata, mime, "width");
  const height = side(metadata, mime, "height");
  return html`<img alt="${label}" src="${url ?? scrap.toDataURL(mime)}"${
    width !== undefined && html` width="${width}"`
  }${height !== undefined && html` height="${height}"`} loading="lazy" decoding="async">`;
}

/** Whether `bytes` begin with `magic`, a character a byte, from `offset` on. */
export function beginsWith(bytes: Uint8Array, magic: string, offset = 0): boolean {
  return Array.from(magic).every((character, i) => bytes[offset + i] === character.charCodeAt(0));
}

function bytesOf({ scrap, mime }: Part): Uint8Array {
  try {
    return scrap.bytes(mime);
  } catch (error) {
    if (isScrapbookError(error)) return new Uint8Array();
    throw error;
  }
}

function side(metadata: JsonObject, mime: string, name: "width" | "height"): number | undefined {
  const sizes = Object.hasOwn(metadata, mime) ? metadata[mime] : undefined;
  if (typeof sizes !== "object" || sizes === null || Array.isArray(sizes)) return undefined;
  const value = (sizes as JsonObject)[name];
  const pixels = typeof value === "number" ? Math.round(value) : 0;
  return pixels >= 1 && pixels <= largestSide ? pixels : undefined;
}
