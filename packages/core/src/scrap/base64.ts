const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const notInAlphabet = 255;

let values: Uint8Array | undefined;

/** Six-bit value of each character code, made on first use. */
function base64Values(): Uint8Array {
  if (values === undefined) {
    values = new Uint8Array(128).fill(notInAlphabet);
    for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  }
  return values;
}

/**
 * The bytes of standard base64, white space anywhere, padding optional. Gives `undefined` for
 * anything else, so that the same text is refused on every platform: Node's Buffer would skip it.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const table = base64Values();
  const packed = text.replace(/[ \t\r\n]+/g, "");
  const body = packed.replace(/={1,2}$/, "");
  const isPadded = body.length < packed.length;
  if (body.length % 4 === 1 || (isPadded && packed.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    const value = code < 128 ? (table[code] as number) : notInAlphabet;
    if (value === notInAlphabet) return undefined;
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
      bits &= (1 << held) - 1;
    }
  }
  return bytes;
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
