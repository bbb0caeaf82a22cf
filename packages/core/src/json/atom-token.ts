import { literalFrom } from "./literal.ts";
import { bytesBelow, nonDigitFlags } from "./word.ts";

/**
 * The offset after the number or literal that starts at `at`, negated if `JSON.parse` does not read it
 * as SPEC §10.1 says; 0 when there is none. A byte that can be part of neither must follow.
 */
export function atomEnd(bytes: Uint8Array, view: DataView, at: number): number {
  const start = bytes[at] === 0x2d /* - */ ? at + 1 : at;
  const first = bytes[start] as number;
  if (first < 0x30 /* 0 */ || first > 0x39 /* 9 */) return literalEnd(bytes, at, start);
  let i = first === 0x30 /* 0 */ ? start + 1 : digitsEnd(bytes, view, start + 1);
  let byte = bytes[i] as number;
  const isFraction = byte === 0x2e;
  if (isFraction) {
    const from = i + 1;
    i = digitsEnd(bytes, view, from);
    if (i === from) return 0;
    byte = bytes[i] as number;
  }
  if ((byte | 0x20) === 0x65 /* e */) {
    byte = bytes[++i] as number;
    const from = byte === 0x2b || byte === 0x2d /* - */ ? i + 1 : i;
    i = digitsEnd(bytes, view, from);
    return i === from ? 0 : i;
  }
  if (isFraction) return i;
  // A double holds every integer of 15 digits, and -0, which to Python is 0 as an integer.
  const isMinusZero = first === 0x30 /* 0 */ && start > at;
  return isMinusZero || i - start >= 16 ? -i : i;
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
  while (byte >= 0x30 /* 0 */ && byte <= 0x39 /* 9 */) byte = bytes[++i] as number;
  return i;
}

/** As {@link atomEnd}, for what has no digit at `start`. */
function literalEnd(bytes: Uint8Array, at: number, start: number): number {
  const literal = literalFrom(bytes[start] as number);
  if (literal === undefined || (start > at && literal !== "Infinity")) return 0;
  for (let i = 1; i < literal.length; i++) if (bytes[start + i] !== literal.charCodeAt(i)) return 0;
  const end = start + literal.length;
  return literal === "NaN" || literal === "Infinity" ? -end : end;
}
