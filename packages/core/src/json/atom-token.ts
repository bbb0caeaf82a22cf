import { bytesBelow, nonDigitFlags } from "./word.ts";

/** The longest integers that every double of that many digits tells apart have fewer than these. */
const LONG_INTEGER = 16;

const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const SMALL_E = 0x65;
const CASE_BIT = 0x20;

const words: Readonly<Record<number, string>> = {
  116: "true",
  102: "false",
  110: "null",
  78: "NaN",
  73: "Infinity",
};

/**
 * The offset after the number or word that starts at `at`, negated if `JSON.parse` does not read it
 * as SPEC §10 says; 0 when there is none. A byte that can be part of neither must follow.
 */
export function atomEnd(bytes: Uint8Array, view: DataView, at: number): number {
  const start = bytes[at] === MINUS ? at + 1 : at;
  const first = bytes[start] as number;
  if (first < ZERO || first > NINE) return wordEnd(bytes, at, start);
  let i = first === ZERO ? start + 1 : digitsEnd(bytes, view, start + 1);
  let byte = bytes[i] as number;
  const isFraction = byte === 0x2e;
  if (isFraction) {
    const from = i + 1;
    i = digitsEnd(bytes, view, from);
    if (i === from) return 0;
    byte = bytes[i] as number;
  }
  if ((byte | CASE_BIT) === SMALL_E) {
    byte = bytes[++i] as number;
    const from = byte === 0x2b || byte === MINUS ? i + 1 : i;
    i = digitsEnd(bytes, view, from);
    return i === from ? 0 : i;
  }
  if (isFraction) return i;
  const isMinusZero = first === ZERO && start > at;
  return isMinusZero || i - start >= LONG_INTEGER ? -i : i;
}

function digitsEnd(bytes: Uint8Array, view: DataView, at: number): number {
  const wide = bytes.length - 4;
  let i = at;
  while (i <= wide) {
    const flags = nonDigitFlags(view.getInt32(i, true));
    if (flags !== 0) return i + bytesBelow(flags);
    i += 4;
  }
  let byte = bytes[i] as number;
  while (byte >= ZERO && byte <= NINE) byte = bytes[++i] as number;
  return i;
}

/** As {@link atomEnd}, for what has no digit at `start`. */
function wordEnd(bytes: Uint8Array, at: number, start: number): number {
  const word = words[bytes[start] as number];
  if (word === undefined || (start > at && word !== "Infinity")) return 0;
  for (let i = 1; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) return 0;
  const end = start + word.length;
  return word === "NaN" || word === "Infinity" ? -end : end;
}
