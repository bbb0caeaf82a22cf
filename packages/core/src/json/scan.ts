import { atomEnd } from "./atom-token.ts";
import { findFault } from "./fault.ts";
import { defaultMaxDepth } from "./limit.ts";
import { throwScanError } from "./scan-error.ts";
import { stringEnd } from "./string-token.ts";
import { commaDepth, type ScanEngine, type ScanOptions, type Tape, tapeDepth } from "./tape.ts";
import { spaceEnd, trimSpace } from "./white-space.ts";

// Most offsets that one turn of the loop can add: all brackets close, then a comma, key and colon.
const mostPerValue = tapeDepth + 2;

// Used again by every scan, which cannot be interrupted: most texts are small, and making these for
// each would cost as much as scanning it. What outgrows them is not kept.
const scratch = /* @__PURE__ */ (() => ({
  positions: new Uint32Array(4096),
  ends: new Uint32Array(4096),
  /** The opening brackets of the containers that are open, by depth. */
  brackets: new Uint8Array(64),
  /** Where on the tape they begin, by depth. */
  begins: new Uint32Array(tapeDepth + 1),
}))();

/**
 * The tape of `bytes`, which must be JSON in UTF-8, with or without a byte order mark; Python's
 * `NaN`, `Infinity` and `-Infinity` are numbers. One pass, no recursion. SPEC §12.2.
 *
 * @throws `json-empty`, `json-truncated`, `json-syntax`, `json-utf8` or `json-depth`, with line,
 * column and byte offset of the first byte that no JSON text could have there.
 */
export const scan: ScanEngine = (bytes: Uint8Array, options: ScanOptions = {}): Tape => {
  const { maxDepth = defaultMaxDepth } = options;
  return tapeOf(bytes, maxDepth) ?? throwScanError(bytes, maxDepth);
};

function tapeOf(bytes: Uint8Array, maxDepth: number): Tape | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const end = trimSpace(bytes, start, bytes.length);
  const last = bytes[end - 1];
  if (last !== 0x7d /* } */ && last !== 0x5d /* ] */) return scalarTape(bytes, start, maxDepth);
  // Views that end in a closing bracket: outside strings no loop needs to look for the end. And of
  // one kind, whatever kind was given, so that the machine code for them stays simple.
  const bounded = new Uint8Array(bytes.buffer, bytes.byteOffset, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  return containerTape(bounded, view, start, maxDepth);
}

function scalarTape(bytes: Uint8Array, start: number, maxDepth: number): Tape | undefined {
  if (findFault(bytes, maxDepth) !== undefined) return undefined;
  const none = new Uint32Array(0);
  return { positions: none, ends: none, length: 0, start, plain: false };
}

function containerTape(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  maxDepth: number,
): Tape | undefined {
  const { begins } = scratch;
  let { positions, ends, brackets } = scratch;
  let length = 0;
  let depth = 0;
  let isObject = false;
  let plain = true;
  let i = spaceEnd(bytes, view, start);
  if (bytes[i] !== 0x7b /* { */ && bytes[i] !== 0x5b /* [ */) return undefined;
  for (;;) {
    if (length + mostPerValue > positions.length) {
      positions = grow(positions, Uint32Array);
      ends = grow(ends, Uint32Array);
    }
    const first = bytes[i] as number;
    // biome-ignore lint/suspicious/noConfusingLabels: a flag in its place costs a fifth of the speed.
    value: {
      if (first === 0x22 /* " */) {
        i = stringEnd(bytes, view, i + 1);
        if (i === 0) return undefined;
      } else if (first === 0x7b /* { */ || first === 0x5b /* [ */) {
        if (++depth > maxDepth) return undefined;
        if (depth === brackets.length) brackets = grow(brackets, Uint8Array);
        brackets[depth] = first;
        isObject = first === 0x7b /* { */;
        if (depth <= tapeDepth) {
          begins[depth] = length;
          positions[length++] = i;
        }
        i = spaceEnd(bytes, view, i + 1);
        if (bytes[i] !== first + 2) break value;
      } else {
        i = atomEnd(bytes, view, i);
        if (i === 0) return undefined;
        if (i < 0) {
          plain = false;
          i = -i;
        }
      }
      // The value has ended, and its containers may end with it. Then a comma comes, or the end.
      for (;;) {
        i = spaceEnd(bytes, view, i);
        const after = bytes[i] as number;
        if (after === 0x2c /* , */) break;
        if (after !== (brackets[depth] as number) + 2) return undefined;
        if (depth <= tapeDepth) {
          ends[begins[depth] as number] = length;
          positions[length++] = i;
        }
        i++;
        if (--depth === 0) {
          if (i !== bytes.length) return undefined;
          positions = positions.slice(0, length);
          return { positions, ends: ends.slice(0, length), length, start, plain };
        }
        isObject = brackets[depth] === 0x7b /* { */;
      }
      if (depth <= (isObject ? tapeDepth : commaDepth)) positions[length++] = i;
      i = spaceEnd(bytes, view, i + 1);
    }
    if (isObject) {
      i = colonAfterKey(bytes, view, i);
      if (i === 0) return undefined;
      if (depth <= tapeDepth) {
        ends[length] = 0;
        positions[length++] = i;
      }
      i = spaceEnd(bytes, view, i + 1);
    }
  }
}

/** The offset of the colon after the key at `at`; 0 when there is no key or no colon. */
function colonAfterKey(bytes: Uint8Array, view: DataView, at: number): number {
  if (bytes[at] !== 0x22 /* " */) return 0;
  const end = stringEnd(bytes, view, at + 1);
  if (end === 0) return 0;
  const colon = spaceEnd(bytes, view, end);
  return bytes[colon] === 0x3a /* : */ ? colon : 0;
}

function grow<T extends Uint8Array | Uint32Array>(array: T, Type: new (length: number) => T): T {
  const larger = new Type(array.length * 2);
  larger.set(array);
  return larger;
}
