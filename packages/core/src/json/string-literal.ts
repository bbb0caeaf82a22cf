import { utf8Decoder } from "../platform.ts";

// Notebooks repeat a few dozen keys thousands of times, and decoding a short string costs far more
// than comparing it: the last plain key of each hash is kept. Bounded, and never wrong: a candidate
// is compared before it is given.
const slots = 512;
const longest = 64;
const known: string[] = /* @__PURE__ */ new Array<string>(slots).fill("");

/**
 * The text of the JSON string whose quotes stand at `start` and `end - 1`. The scanner must have
 * accepted it. A lone surrogate escape gives a lone surrogate.
 */
export function decodeString(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start - 2;
  if (length > longest) return decodeLiteral(bytes, start, end);
  const slot = hash(bytes, start + 1, length);
  const candidate = known[slot] as string;
  if (equals(bytes, start + 1, length, candidate)) return candidate;
  const text = decodeLiteral(bytes, start, end);
  if (text.length === length) known[slot] = text;
  return text;
}

function decodeLiteral(bytes: Uint8Array, start: number, end: number): string {
  const literal = utf8Decoder.decode(bytes.subarray(start, end));
  return literal.includes("\\") ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}

function hash(bytes: Uint8Array, start: number, length: number): number {
  if (length === 0) return 0;
  const first = bytes[start] as number;
  const middle = bytes[start + (length >> 1)] as number;
  // Where `json+json` and `text+json` differ, in keys that are alike but for it.
  const ninthLast = bytes[start + Math.max(0, length - 9)] as number;
  const last = bytes[start + length - 1] as number;
  return (length * 31 + first * 7 + middle * 5 + ninthLast * 3 + last) & (slots - 1);
}

function equals(bytes: Uint8Array, start: number, length: number, text: string): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}
