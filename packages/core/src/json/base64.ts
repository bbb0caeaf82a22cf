import { base64Platform, utf8Decoder } from "../platform.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const padding = 61;

/**
 * The bytes of standard base64, white space anywhere, padding optional; they have a buffer of their
 * own. `undefined` for anything else, on every platform: Python's `b64decode` and Node's `Buffer`
 * skip what they do not know, and so make other bytes of a damaged text. SPEC §5.4.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  // The platform skips form feeds as well, which SPEC §5.4 does not.
  if (text.includes("\f")) return undefined;
  try {
    const units = base64Platform.atob(text);
    const bytes = new Uint8Array(units.length);
    for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}

/**
 * {@link decodeBase64} for megabytes: several times faster where the platform has base64 itself. On
 * its own, as what is shown is seldom large, and who only reads bundles this file.
 */
export function decodeLongBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = decodeNatively(text);
  // Platforms pass over what they do not know, and then give fewer bytes.
  return bytes?.length === sizeOf(text) ? bytes : decodeBase64(text);
}

/** How many bytes a text stands for, if all of it is base64 with its padding. */
function sizeOf(text: string): number {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** `undefined` where the platform has nothing of its own, or would read more than base64. */
function decodeNatively(text: string): Uint8Array<ArrayBuffer> | undefined {
  const { Buffer } = base64Platform;
  try {
    const { fromBase64 } = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
    if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, text);
  } catch {
    return undefined;
  }
  // Buffer knows the alphabet of URLs too, and takes the low byte of any character.
  const isAscii = Buffer?.byteLength(text) === text.length;
  if (Buffer === undefined || !isAscii || /[-_]/.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  // Small ones share their memory with others.
  return bytes.length === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : new Uint8Array(bytes);
}

/** Standard base64 with padding, in one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const { toBase64 } = bytes as { toBase64?(): string };
  if (toBase64 !== undefined) return toBase64.call(bytes);
  const { buffer, byteOffset, length } = bytes;
  const fast = base64Platform.Buffer?.from(buffer, byteOffset, length);
  return fast?.toString("base64") ?? encodeByTable(bytes);
}

/** For browsers of before 2025. Writes bytes, as a text that grows by letters takes 30 times the memory. */
function encodeByTable(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const left = bytes.length - from;
    const [second, third] = [bytes[from + 1] ?? 0, bytes[from + 2] ?? 0];
    const bits = ((bytes[from] as number) << 16) | (second << 8) | third;
    text[to] = alphabet.charCodeAt(bits >> 18);
    text[to + 1] = alphabet.charCodeAt((bits >> 12) & 63);
    text[to + 2] = left > 1 ? alphabet.charCodeAt((bits >> 6) & 63) : padding;
    text[to + 3] = left > 2 ? alphabet.charCodeAt(bits & 63) : padding;
  }
  return utf8Decoder.decode(text);
}
