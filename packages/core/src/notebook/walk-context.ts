import type { Span } from "../json/span.ts";
import type { Tape } from "../json/tape.ts";
import type { ValueSpan } from "../json/walk.ts";
import type { Region } from "../region.ts";

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
