import { atomEnd } from "./atom-token.ts";
import { findFault } from "./fault.ts";
import { throwScanError } from "./scan-error.ts";
import { stringEnd } from "./string-token.ts";
import {
  commaDepth,
  defaultMaxDepth,
  type ScanEngine,
  type ScanOptions,
  type Tape,
  tapeDepth,
} from "./tape.ts";
import { spaceEnd, trimSpace } from "./white-space.ts";

export type { ScanEngine, ScanOptions } from "./tape.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** From an opening bracket to its closing one. */
const TO_CLOSING = 2;

/**
 * The tape of `bytes`, which must be JSON in UTF-8, with or without a byte order mark; Python's
 * `NaN`, `Infinity` and `-Infinity` are numbers. One pass, no recursion. SPEC §2.
 *
 * @throws `json-empty`, `json-truncated`, `json-syntax`, `json-utf8` or `json-depth`, with line,
 * column and byte offset of the first byte that no JSON text could have there.
 */
export const scan: ScanEngine = (bytes: Uint8Array, options: ScanOptions = {}): Tape => {
  const { maxDepth = defaultMaxDepth } = options;
  return tapeOf(bytes, maxDepth) ?? throwScanError(bytes, maxDepth);
};

function tapeOf(source: Uint8Array, maxDepth: number): Tape | undefined {
  const start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  const end = trimSpace(source, start, source.length);
  const last = source[end - 1];
  if (last !== CLOSE_OBJECT && last !== CLOSE_ARRAY) return scalarTape(source, start, maxDepth);
  // Views that end in a closing bracket: outside strings no loop needs to look for the end. And of
  // one kind, whatever kind was given, so that the machine code for them stays simple.
  const bytes = new Uint8Array(source.buffer, source.byteOffset, end);
  const view = new DataView(source.buffer, source.byteOffset, end);
  return containerTape(bytes, view, start, maxDepth);
}

function scalarTape(bytes: Uint8Array, start: number, maxDepth: number): Tape | undefined {
  if (findFault(bytes, maxDepth) !== undefined) return undefined;
  return { positions: new Uint32Array(0), length: 0, start, plain: false };
}

function containerTape(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  maxDepth: number,
): Tape | undefined {
  let positions = new Uint32Array(64 + (bytes.length >> 7));
  let length = 0;
  // The opening brackets of the containers that are open, by depth.
  let brackets = new Uint8Array(64);
  let depth = 0;
  let isObject = false;
  let plain = true;
  let i = spaceEnd(bytes, view, start);
  if (bytes[i] !== OPEN_OBJECT && bytes[i] !== OPEN_ARRAY) return undefined;
  for (;;) {
    // Here a value begins.
    i = spaceEnd(bytes, view, i);
    const first = bytes[i] as number;
    if (first === QUOTE) {
      i = stringEnd(bytes, view, i + 1);
      if (i === 0) return undefined;
    } else if (first === OPEN_OBJECT || first === OPEN_ARRAY) {
      if (++depth > maxDepth) return undefined;
      if (depth === brackets.length) brackets = grow(brackets, Uint8Array);
      brackets[depth] = first;
      isObject = first === OPEN_OBJECT;
      if (depth <= tapeDepth) {
        if (length + 2 > positions.length) positions = grow(positions, Uint32Array);
        positions[length++] = i;
      }
      i = spaceEnd(bytes, view, i + 1);
      if (bytes[i] !== first + TO_CLOSING) {
        if (!isObject) continue;
        i = colonAfterKey(bytes, view, i);
        if (i === 0) return undefined;
        if (depth <= tapeDepth) positions[length++] = i;
        i++;
        continue;
      }
    } else {
      i = atomEnd(bytes, view, i);
      if (i === 0) return undefined;
      if (i < 0) {
        plain = false;
        i = -i;
      }
    }
    // Here it has ended: its containers may end with it, then a comma comes, or the end.
    for (;;) {
      i = spaceEnd(bytes, view, i);
      const after = bytes[i] as number;
      if (after === COMMA) break;
      if (after !== (brackets[depth] as number) + TO_CLOSING) return undefined;
      if (depth <= tapeDepth) {
        if (length === positions.length) positions = grow(positions, Uint32Array);
        positions[length++] = i;
      }
      i++;
      if (--depth === 0) {
        if (i !== bytes.length) return undefined;
        return { positions: positions.slice(0, length), length, start, plain };
      }
      isObject = brackets[depth] === OPEN_OBJECT;
    }
    if (depth <= (isObject ? tapeDepth : commaDepth)) {
      if (length + 2 > positions.length) positions = grow(positions, Uint32Array);
      positions[length++] = i;
    }
    i++;
    if (isObject) {
      i = colonAfterKey(bytes, view, spaceEnd(bytes, view, i));
      if (i === 0) return undefined;
      if (depth <= tapeDepth) positions[length++] = i;
      i++;
    }
  }
}

/** The offset of the colon after the key at `at`; 0 when there is no key or no colon. */
function colonAfterKey(bytes: Uint8Array, view: DataView, at: number): number {
  if (bytes[at] !== QUOTE) return 0;
  const end = stringEnd(bytes, view, at + 1);
  if (end === 0) return 0;
  const colon = spaceEnd(bytes, view, end);
  return bytes[colon] === COLON ? colon : 0;
}

function grow<T extends Uint8Array | Uint32Array>(array: T, Type: new (length: number) => T): T {
  const larger = new Type(array.length * 2);
  larger.set(array);
  return larger;
}
