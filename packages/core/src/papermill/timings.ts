import { decodeText } from "../encoder/text.ts";
import { isTruthy } from "../json/truthy.ts";
import type { JsonValue } from "../json/value.ts";
import type { Part } from "../outline/outline.ts";
import { textOf } from "../outline/region.ts";
import { ownMember } from "./members.ts";
import type { RunCell } from "./run.ts";

/** A cell's duration as it stands; 0 where papermill wrote none; absent where it was not run. SPEC §9.5. */
export function timingOf({ executionCount, papermill }: RunCell): JsonValue | undefined {
  if (!isTruthy(executionCount)) return undefined;
  const duration = ownMember(papermill, "duration");
  return duration === undefined ? 0 : duration;
}

/**
 * Python's `str` of an execution count that is true; the JSON text of what is neither number, text
 * nor boolean. SPEC §9.6.
 */
export function countLabel(
  count: JsonValue | undefined,
  part: Part | undefined,
): string | undefined {
  if (part === undefined || count === undefined || !isTruthy(count)) return undefined;
  const text = textOf(part.region, part.span);
  return typeof count === "object" ? text : decodeText(count, text);
}
