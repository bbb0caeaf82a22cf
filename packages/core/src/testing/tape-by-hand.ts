import { commaDepth, type Tape, tapeDepth } from "../json/tape.ts";

/** Tape indexes of the brackets that belong together, by the opening one. */
export type Pairs = [open: number, close: number][];

/** The pairs that a tape tells of. */
export function bracketPairs(bytes: Uint8Array, { positions, ends, length }: Tape): Pairs {
  const pairs: Pairs = [];
  for (let index = 0; index < length; index++) {
    const isOpening = "{[".includes(String.fromCharCode(bytes[positions[index] ?? 0] ?? 0));
    if (isOpening) pairs.push([index, ends[index] ?? -1]);
  }
  return pairs;
}

/** The tape's definition, followed byte by byte. */
export function tapeByHand(bytes: Uint8Array): { positions: number[]; pairs: Pairs } {
  const positions: number[] = [];
  const pairs: Pairs = [];
  const open: { bracket: string; index: number }[] = [];
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = String.fromCharCode(bytes[at] as number);
    if (inString) {
      if (byte === "\\") at++;
      else inString = byte !== '"';
      continue;
    }
    inString = byte === '"';
    const isOpening = byte === "{" || byte === "[";
    if (isOpening) open.push({ bracket: byte, index: positions.length });
    const inner = open.at(-1);
    const isClosing = byte === "}" || byte === "]";
    const deepest = byte === "," && inner?.bracket === "[" ? commaDepth : tapeDepth;
    if (inner !== undefined && (isOpening || isClosing || byte === ":" || byte === ",")) {
      if (open.length <= deepest) {
        if (isClosing) pairs.push([inner.index, positions.length]);
        positions.push(at);
      }
      if (isClosing) open.pop();
    }
  }
  return { positions, pairs: pairs.sort(([a], [b]) => a - b) };
}
