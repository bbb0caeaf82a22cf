import { endAfter, startAfter } from "../json/find-members.ts";
import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import type { Tape } from "../json/tape.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";
import type { Part } from "./outline.ts";
import type { Region } from "./region.ts";

/** What the walk over a notebook has at hand everywhere. */
export interface WalkContext {
  readonly bytes: Uint8Array;
  readonly tape: Tape;
  /**
   * The file offset of an offset of `bytes`, which may be a part of a file, or what is left of it. A
   * walk's values are in offsets of the bytes, what is kept of them in offsets of the file.
   */
  readonly offsetOf: (at: number) => number;
  /** Makes the region that a kept part lies in: the whole file, or a copy of the part. */
  readonly keep: (span: Span) => Region;
}

/** A value as a part that is kept. */
export function toPart(context: WalkContext, value: ValueSpan): Part {
  const span = fileSpan(context, value);
  return { region: context.keep(span), span };
}

/** Where a value lies in the file. */
export function fileSpan({ offsetOf }: Pick<WalkContext, "offsetOf">, value: ValueSpan): Span {
  return { start: offsetOf(value.valueStart), end: offsetOf(value.valueEnd) };
}

/** Whether the value behind the colon at a tape index is a string that holds this text. */
export function isTextAfter(bytes: Uint8Array, tape: Tape, colon: number, text: string): boolean {
  const start = startAfter(bytes, tape, colon);
  if (kindAt(bytes, start) !== "string") return false;
  return decodeString(bytes, start, endAfter(bytes, tape, colon)) === text;
}
