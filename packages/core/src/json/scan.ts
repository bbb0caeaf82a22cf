import { atomEnd, isPlainAtom } from "./atom-end.ts";
import { findFault } from "./fault.ts";
import { throwScanError } from "./scan-error.ts";
import { stringEnd } from "./string-end.ts";
import {
  commaDepth,
  defaultMaxDepth,
  type ScanEngine,
  type ScanOptions,
  type Tape,
  tapeDepth,
} from "./tape.ts";

export type { ScanEngine, ScanOptions } from "./tape.ts";

/**
 * The tape of `bytes`, which must be JSON in UTF-8, with or without a byte order mark; Python's
 * `NaN`, `Infinity` and `-Infinity` are numbers. One pass, no recursion. SPEC §2.
 *
 * Throws `json-empty`, `json-truncated`, `json-syntax`, `json-utf8` or `json-depth`, with line,
 * column and byte offset of the first byte that no JSON text could have there.
 */
export const scan: ScanEngine = (bytes: Uint8Array, options: ScanOptions = {}): Tape => {
  const maxDepth = options.maxDepth ?? defaultMaxDepth;
  return tapeOf(bytes, maxDepth) ?? throwScanError(bytes, maxDepth);
};

function tapeOf(source: Uint8Array, maxDepth: number): Tape | undefined {
  // A view of its own, so that the loops below meet one kind of array, whatever they were given.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let limit = bytes.length;
  while (limit > start && isSpace(bytes[limit - 1] as number)) limit--;
  const lastByte = bytes[limit - 1];
  // From here on a closing bracket ends the bytes: outside strings no loop can run past it.
  if (lastByte !== 0x7d && lastByte !== 0x5d) return scalarTape(bytes, start, maxDepth);
  const stack = new Uint8Array(maxDepth + 1);
  let positions = new Uint32Array(64 + (bytes.length >> 6));
  let length = 0;
  let depth = 0;
  let inObject = false;
  let plain = true;
  let i = start;
  for (;;) {
    // A value starts at the next byte that is no white space.
    if (length + 4 > positions.length) positions = grown(positions);
    while (isSpace(bytes[i] as number)) i++;
    const first = bytes[i] as number;
    let open = false;
    if (first === 0x22) {
      i = stringEnd(bytes, i + 1, limit);
      if (i < 0) return undefined;
    } else if (first === 0x7b || first === 0x5b) {
      if (++depth > maxDepth) return undefined;
      inObject = first === 0x7b;
      stack[depth] = first;
      if (depth <= tapeDepth) positions[length++] = i;
      i++;
      while (isSpace(bytes[i] as number)) i++;
      open = bytes[i] !== first + 2;
    } else {
      const end = atomEnd(bytes, i);
      if (end < 0) return undefined;
      if (plain && !isPlainAtom(bytes, i, end)) plain = false;
      i = end;
    }
    // What follows it: brackets that close, then a comma, or the end.
    if (!open) {
      for (;;) {
        while (isSpace(bytes[i] as number)) i++;
        const after = bytes[i] as number;
        if (depth === 0) return undefined;
        if (after === 0x2c) {
          if (depth <= (inObject ? tapeDepth : commaDepth)) positions[length++] = i;
          i++;
          break;
        }
        if (after !== (stack[depth] as number) + 2) return undefined;
        if (length + 4 > positions.length) positions = grown(positions);
        if (depth <= tapeDepth) positions[length++] = i;
        depth--;
        i++;
        if (depth === 0) {
          if (i !== limit) return undefined;
          return { positions: positions.slice(0, length), length, start, plain };
        }
        inObject = stack[depth] === 0x7b;
      }
    }
    if (inObject) {
      while (isSpace(bytes[i] as number)) i++;
      if (bytes[i] !== 0x22) return undefined;
      i = stringEnd(bytes, i + 1, limit);
      if (i < 0) return undefined;
      while (isSpace(bytes[i] as number)) i++;
      if (bytes[i] !== 0x3a) return undefined;
      if (depth <= tapeDepth) positions[length++] = i;
      i++;
    }
  }
}

function scalarTape(bytes: Uint8Array, start: number, maxDepth: number): Tape | undefined {
  if (findFault(bytes, maxDepth) !== undefined) return undefined;
  return { positions: new Uint32Array(0), length: 0, start, plain: false };
}

function grown(positions: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(positions.length * 2);
  larger.set(positions);
  return larger;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
