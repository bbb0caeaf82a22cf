import { isShownMime } from "../encode/display.ts";
import type { Member, ValueSpan } from "../json/walk.ts";
import type { OutputOutline } from "../notebook/outline.ts";
import type { DraftOutput } from "./draft-output.ts";
import { effectiveMembers, type Text } from "./object.ts";

/** An output of the file: the members that count, and those of its data. */
export interface OutputParts {
  readonly value: ValueSpan;
  readonly members: ReadonlyMap<string, Member>;
  readonly data: ReadonlyMap<string, Member>;
}

/** Members of an output that are not content: they go when nothing else is left. */
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

/** Whether an output bears nothing but one scrap, so that it can be written anew whole. */
export function holdsOnly(text: Text, output: DraftOutput, name: string): boolean {
  const { outline, now, fresh } = output;
  if (fresh !== undefined || outline === undefined) return true;
  const { payloads, display } = now;
  if (payloads.some((payload) => payload.name !== name)) return false;
  if (display !== undefined && display !== name) return false;
  return isContentOf(outputParts(text, outline), output, display === name);
}

/** Whether something is left of an output that changed. What is left stays. SPEC §13.4. */
export function isLeft(parts: OutputParts, output: DraftOutput): boolean {
  const { before, now } = output;
  if (now.payloads.length > 0 || now.display !== undefined) return true;
  return !isContentOf(parts, output, before.display !== undefined);
}

/** Whether an output's content is payloads that were read, and, if it `isShown`, their display. */
function isContentOf(
  { members, data }: OutputParts,
  { before, mimePrefix }: DraftOutput,
  isShown: boolean,
): boolean {
  if (isShown && mimePrefix !== undefined) return true;
  const mimes = new Set(before.payloads.map(({ member }) => member?.mime));
  const isAccounted = (mime: string): boolean => mimes.has(mime) || (isShown && isShownMime(mime));
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
