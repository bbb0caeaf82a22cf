import { effectiveMembers, type Text } from "../json/edit/object.ts";
import type { Member, ValueSpan } from "../json/walk.ts";
import type { OutputOutline } from "../outline/outline.ts";

/** An output of the file: the members that count, and those of its data. */
export interface OutputParts {
  readonly value: ValueSpan;
  readonly members: ReadonlyMap<string, Member>;
  readonly data: ReadonlyMap<string, Member>;
}

/** Finds the parts of an output. */
export function outputParts(text: Text, { span }: OutputOutline): OutputParts {
  const value = {
    valueStart: span.start,
    valueEnd: span.end,
    valueIndex: tapeIndex(text, span.start),
  };
  const members = effectiveMembers(text, value);
  const data = members.get("data");
  return { value, members, data: data === undefined ? new Map() : effectiveMembers(text, data) };
}

/** Where on the tape the bracket at `offset` is. It must be there. */
function tapeIndex({ tape: { positions, length } }: Text, offset: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
