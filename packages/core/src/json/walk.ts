import type { Span } from "./span.ts";
import { decodeString } from "./string-literal.ts";
import type { Tape } from "./tape.ts";
import { skipSpace, trimSpace } from "./white-space.ts";

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;

/** A value in the bytes, without the white space around it. */
export interface ValueSpan {
  /** Offset of the value's first byte, which tells its kind: see {@link kindAt}. */
  readonly valueStart: number;
  /** Offset after the value's last byte. */
  readonly valueEnd: number;
  /**
   * Where on the tape the value's opening bracket is: what {@link objectMembers} and
   * {@link arrayElements} take. −1 for scalars, and for containers that lie deeper than the tape.
   */
  readonly valueIndex: number;
}

/** An element of an array, with the commas that an edit has to know. */
export interface Element extends ValueSpan {
  /** Offset of the comma before it; −1 for the first. */
  readonly commaBefore: number;
  /** Offset of the comma after it; −1 for the last. */
  readonly commaAfter: number;
}

/** A member of an object. */
export interface Member extends Element {
  /** The key, decoded. */
  readonly key: string;
  /** Offset of the key's opening quote. */
  readonly keyStart: number;
  /** Offset after the key's closing quote. */
  readonly keyEnd: number;
}

/** What a JSON value is, as its first byte tells. `NaN` and `Infinity` are numbers. */
export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** The kind of the value that starts at `valueStart`. The scanner must have accepted it. */
export function kindAt(bytes: Uint8Array, valueStart: number): JsonKind {
  switch (bytes[valueStart]) {
    case OPEN_OBJECT:
      return "object";
    case OPEN_ARRAY:
      return "array";
    case 0x22: // "
      return "string";
    case 0x74: // t
    case 0x66: // f
      return "boolean";
    case 0x6e: // n
      return "null";
    default:
      return "number";
  }
}

/** A value's span without the walk's other findings. */
export function spanOf({ valueStart, valueEnd }: ValueSpan): Span {
  return { start: valueStart, end: valueEnd };
}

/** The whole JSON value: the root of the walk. */
export function rootValue(bytes: Uint8Array, tape: Tape): ValueSpan {
  return {
    valueStart: skipSpace(bytes, tape.start),
    valueEnd: trimSpace(bytes, 0, bytes.length),
    valueIndex: tape.length === 0 ? -1 : 0,
  };
}

/**
 * Calls `visit` with each member of the object whose `{` is at tape index `index`, in the order of
 * the bytes, duplicate keys included, and gives the tape index after its `}`.
 */
export function objectMembers(
  bytes: Uint8Array,
  tape: Tape,
  index: number,
  visit: (member: Member) => void,
): number {
  const { positions, ends } = tape;
  if (bytes[positions[index] as number] !== OPEN_OBJECT) throw new TypeError("no object here");
  let next = index + 1;
  if (bytes[positions[next] as number] === CLOSE_OBJECT) return next + 1;
  let comma = -1;
  let keyFrom = (positions[index] as number) + 1;
  for (;;) {
    const colon = positions[next] as number;
    const keyStart = skipSpace(bytes, keyFrom);
    const keyEnd = trimSpace(bytes, keyStart, colon);
    const valueStart = skipSpace(bytes, colon + 1);
    const valueIndex = positions[next + 1] === valueStart ? next + 1 : -1;
    next = valueIndex < 0 ? next + 1 : (ends[valueIndex] as number) + 1;
    const separator = positions[next] as number;
    const last = bytes[separator] !== COMMA;
    visit({
      key: decodeString(bytes, keyStart, keyEnd),
      keyStart,
      keyEnd,
      valueStart,
      valueEnd:
        valueIndex < 0
          ? trimSpace(bytes, valueStart, separator)
          : (positions[next - 1] as number) + 1,
      valueIndex,
      commaBefore: comma,
      commaAfter: last ? -1 : separator,
    });
    next++;
    if (last) return next;
    comma = separator;
    keyFrom = separator + 1;
  }
}

/**
 * Calls `visit` with each element of the array whose `[` is at tape index `index`, and its place,
 * and gives the tape index after its `]`. The array must lie at depth ≤ 4, as a notebook's cells
 * and a cell's outputs do: the commas of deeper arrays are not on the tape.
 */
export function arrayElements(
  bytes: Uint8Array,
  tape: Tape,
  index: number,
  visit: (element: Element, place: number) => void,
): number {
  const { positions, ends } = tape;
  if (bytes[positions[index] as number] !== OPEN_ARRAY) throw new TypeError("no array here");
  let next = index + 1;
  let comma = -1;
  let valueStart = skipSpace(bytes, (positions[index] as number) + 1);
  if (bytes[valueStart] === CLOSE_ARRAY) return next + 1;
  for (let place = 0; ; place++) {
    const valueIndex = positions[next] === valueStart ? next : -1;
    if (valueIndex >= 0) next = (ends[valueIndex] as number) + 1;
    const separator = positions[next] as number;
    const last = bytes[separator] !== COMMA;
    const valueEnd =
      valueIndex < 0
        ? trimSpace(bytes, valueStart, separator)
        : (positions[next - 1] as number) + 1;
    const commaAfter = last ? -1 : separator;
    visit({ valueStart, valueEnd, valueIndex, commaBefore: comma, commaAfter }, place);
    next++;
    if (last) return next;
    comma = separator;
    valueStart = skipSpace(bytes, separator + 1);
  }
}
