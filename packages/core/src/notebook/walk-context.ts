import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import type { Tape } from "../json/tape.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";
import type { Region } from "../region.ts";
import type { Part } from "./outline.ts";

/** What the walk over a notebook has at hand everywhere. */
export interface WalkContext {
  readonly bytes: Uint8Array;
  readonly tape: Tape;
  /** Makes the region that a kept part lies in: the whole file, or a copy of the part. */
  readonly keep: (span: Span) => Region;
}

/** A value's span without the walk's other findings. */
export function spanOf({ valueStart, valueEnd }: ValueSpan): Span {
  return { start: valueStart, end: valueEnd };
}

/** A value as a part that is kept. */
export function toPart({ keep }: WalkContext, value: ValueSpan): Part {
  const span = spanOf(value);
  return { region: keep(span), span };
}

/** Whether a value is a string that holds this text. */
export function isText(bytes: Uint8Array, value: ValueSpan, text: string): boolean {
  const { valueStart, valueEnd } = value;
  if (kindAt(bytes, valueStart) !== "string") return false;
  return decodeString(bytes, valueStart, valueEnd) === text;
}
