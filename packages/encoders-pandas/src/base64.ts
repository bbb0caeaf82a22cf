import { decodeLongBase64 } from "@scrapbook/core/internal";
import { decodeFailed, tooLarge } from "./failure.ts";

const notInAlphabet = /[^A-Za-z0-9+/]/;

/**
 * The bytes of a frame's base64. Stricter than Python's `b64decode`, which drops every character
 * that it does not know and so makes other bytes of a damaged text: only white space (space, tab,
 * CR, LF) is passed over, and padding must be right. SPEC §4.5.
 *
 * @throws `encoder-decode-failed`, `encoder-too-large` when the bytes would be more than `maxBytes`.
 */
export function decodeBase64(text: string, maxBytes: number): Uint8Array<ArrayBuffer> {
  const size = sizeOf(text);
  const bytes = size <= maxBytes ? decodeLongBase64(text) : undefined;
  if (bytes?.length === size) return bytes;
  const body = validBody(text);
  if (sizeOf(body) > maxBytes) {
    throw tooLarge("The frame's base64 is too long", sizeOf(body), maxBytes);
  }
  return decodeLongBase64(body) as Uint8Array<ArrayBuffer>;
}

/** How many bytes a text stands for, if all of it is base64. */
function sizeOf(text: string): number {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** `text` without white space, checked: multiples of four characters, padding at the end alone. */
function validBody(text: string): string {
  let body = text;
  let at = body.search(notInAlphabet);
  if (at !== -1 && /[ \t\r\n]/.test(body)) {
    body = body.replace(/[ \t\r\n]+/g, "");
    at = body.search(notInAlphabet);
  }
  const rest = at === -1 ? "" : body.slice(at, at + 3);
  if (rest !== "" && rest !== "=" && rest !== "==") {
    const found = text.search(/[^A-Za-z0-9+/ \t\r\n]/);
    throw decodeFailed({
      what: "The frame's base64 is damaged",
      got: `${JSON.stringify(String.fromCodePoint(text.codePointAt(found) as number))} at character ${found}`,
      expected: "A-Z, a-z, 0-9, + and /, with = at the end alone",
    });
  }
  if (body.length % 4 !== 0) {
    throw decodeFailed({
      what: "The frame's base64 is cut off, or its padding is missing",
      got: `${body.length} characters`,
      expected: "a multiple of four",
    });
  }
  return body;
}
