import { isShownMime } from "../encode/display.ts";
import type { Member, ValueSpan } from "../json/walk.ts";
import type { OutputOutline } from "../notebook/outline.ts";
import { type DraftOutput, isStripped } from "./draft-output.ts";
import { effectiveMembers, type Text } from "./object.ts";

/** An output of the file: the members that count, and those of its data. */
export interface OutputParts {
  readonly value: ValueSpan;
  readonly members: ReadonlyMap<string, Member>;
  readonly data: ReadonlyMap<string, Member>;
}

/** Members of an output that are not content. */
const frame: ReadonlySet<string> = new Set(["output_type", "data", "metadata", "execution_count"]);

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

/** Whether an output bears only one name, so that nothing is lost with it. SPEC §13.2. */
export function holdsOnly(text: Text, output: DraftOutput, name: string): boolean {
  const { outline, before, now, fresh, mimePrefix } = output;
  if (fresh !== undefined || outline === undefined) return true;
  const { payloads, display } = now;
  if (payloads.some((payload) => payload.name !== name)) return false;
  if (display !== undefined && display !== name) return false;
  const isShown = display === name;
  const { members, data } = outputParts(text, outline);
  const mimes = new Set(before.payloads.map(({ member }) => member?.mime));
  // All of a myst-nb output is its display.
  const isAccounted = (mime: string): boolean =>
    mimePrefix !== undefined ||
    mimes.has(mime) ||
    (isShownMime(mime) && (isShown || isStripped(output)));
  return (
    [...data.keys()].every(isAccounted) &&
    (isShown || [...members.keys()].every((key) => frame.has(key)))
  );
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
