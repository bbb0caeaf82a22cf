import { knownKeys } from "./known-key.ts";
import { decodeString } from "./string-literal.ts";
import { otherKey, type Tape } from "./tape.ts";
import type { ValueSpan } from "./walk.ts";
import { skipSpace, trimSpace } from "./white-space.ts";

/** For each known key's number, one more than its slot; 0 for those that are not looked for. */
export type KeySlots = Uint8Array;

/** The slots of keys, each of them among `knownKeys`, in this order. */
export function keySlots(...keys: readonly string[]): KeySlots {
  const slots = new Uint8Array(otherKey + 1);
  for (const [slot, key] of keys.entries()) slots[knownKeys.indexOf(key, 1)] = slot + 1;
  return slots;
}

/**
 * Looks for members of the object whose `{` is at tape index `index`: puts into `found`, at the slot
 * of each key, the tape index of the colon after the last member of that key; 0 where there is none.
 * Makes no objects, whatever the object holds.
 */
export function findMembers(
  bytes: Uint8Array,
  tape: Tape,
  index: number,
  slots: KeySlots,
  found: Uint32Array,
): void {
  const { positions, ends } = tape;
  // The platform's fill takes longer for so few.
  for (let slot = 0; slot < found.length; slot++) found[slot] = 0;
  if (isClosing(bytes[positions[index + 1] as number])) return;
  for (let before = index; ; ) {
    const colon = before + 1;
    const number = ends[colon] || keyNumber(bytes, positions, before);
    const slot = slots[number] as number;
    if (slot > 0) found[slot - 1] = colon;
    before = afterValue(bytes, tape, colon);
    if (isClosing(bytes[positions[before] as number])) return;
  }
}

/** The number of a key that the engine did not look at, or that has to be decoded. */
function keyNumber(bytes: Uint8Array, positions: Uint32Array, before: number): number {
  return numbers.get(keyAfter(bytes, positions, before)) ?? otherKey;
}

function keyAfter(bytes: Uint8Array, positions: Uint32Array, before: number): string {
  const start = skipSpace(bytes, (positions[before] as number) + 1);
  const end = trimSpace(bytes, start, positions[before + 1] as number);
  return decodeString(bytes, start, end);
}

const numbers: ReadonlyMap<string, number> = /* @__PURE__ */ (() =>
  new Map(knownKeys.map((key, number) => [key, number === 0 ? otherKey : number])))();

/**
 * Calls `visit` with each member's key and its colon's tape index, in the order of the bytes,
 * duplicates included: for objects that nobody edits.
 */
export function eachMember(
  bytes: Uint8Array,
  tape: Tape,
  index: number,
  visit: (key: string, colon: number) => void,
): void {
  const { positions } = tape;
  if (isClosing(bytes[positions[index + 1] as number])) return;
  for (let before = index; ; ) {
    visit(keyAfter(bytes, positions, before), before + 1);
    before = afterValue(bytes, tape, before + 1);
    if (isClosing(bytes[positions[before] as number])) return;
  }
}

/**
 * The tape index from which the first element of an array is reached, by the functions below, as the
 * value of a member is from its colon; −1 where the array is empty. It must lie at depth ≤ 4.
 */
export function firstElement(bytes: Uint8Array, { positions }: Tape, index: number): number {
  return isClosing(bytes[skipSpace(bytes, (positions[index] as number) + 1)]) ? -1 : index;
}

/** The tape index from which the next element is reached; −1 where there is none. */
export function nextElement(bytes: Uint8Array, tape: Tape, before: number): number {
  const separator = afterValue(bytes, tape, before);
  return isClosing(bytes[tape.positions[separator] as number]) ? -1 : separator;
}

/** Tape index of the comma or bracket after the member whose colon is at tape index `colon`. */
export function afterValue(bytes: Uint8Array, { positions, ends }: Tape, colon: number): number {
  const next = colon + 1;
  return isOpening(bytes[positions[next] as number]) ? (ends[next] as number) + 1 : next;
}

/**
 * Tape index of the opening bracket of the value behind a colon. −1 for a scalar, and for what lies
 * deeper than the tape.
 */
export function containerAfter(bytes: Uint8Array, { positions }: Tape, colon: number): number {
  return isOpening(bytes[positions[colon + 1] as number]) ? colon + 1 : -1;
}

/** Where the value behind a colon starts. */
export function startAfter(bytes: Uint8Array, { positions }: Tape, colon: number): number {
  return skipSpace(bytes, colon < 0 ? 0 : (positions[colon] as number) + 1);
}

/** Where the value behind a colon ends. */
export function endAfter(bytes: Uint8Array, { positions, ends }: Tape, colon: number): number {
  const next = colon + 1;
  const at = positions[next] as number;
  if (isOpening(bytes[at])) return (positions[ends[next] as number] as number) + 1;
  return trimSpace(bytes, positions[colon] as number, at);
}

/** The value behind a colon. */
export function valueAfter(bytes: Uint8Array, tape: Tape, colon: number): ValueSpan {
  return {
    valueStart: startAfter(bytes, tape, colon),
    valueEnd: endAfter(bytes, tape, colon),
    valueIndex: containerAfter(bytes, tape, colon),
  };
}

/** Tape index of the object behind a colon; −1 where it is something else. */
export function objectAfter(bytes: Uint8Array, tape: Tape, colon: number): number {
  const index = containerAfter(bytes, tape, colon);
  return index >= 0 && bytes[tape.positions[index] as number] === 0x7b ? index : -1;
}

/** Whether a byte is `{` or `[`. */
export function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}

/** Whether a byte is `}` or `]`. */
export function isClosing(byte: number | undefined): boolean {
  return byte === 0x7d || byte === 0x5d;
}
