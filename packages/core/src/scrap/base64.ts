import { decodeBase64Units } from "../platform.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The bytes of standard base64, white space anywhere, padding optional. Gives `undefined` for
 * anything else, so that the same text is refused on every platform: Node's Buffer would skip it.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  // The platform's decoder skips form feeds as well, which SPEC §5.4 does not.
  if (text.includes("\f")) return undefined;
  try {
    const units = decodeBase64Units(text);
    const bytes = new Uint8Array(units.length);
    for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] as number;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    pieces.push(
      alphabet.charAt(bits >> 18) +
        alphabet.charAt((bits >> 12) & 63) +
        (b === undefined ? "=" : alphabet.charAt((bits >> 6) & 63)) +
        (c === undefined ? "=" : alphabet.charAt(bits & 63)),
    );
  }
  return pieces.join("");
}
