import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { eachMember, valueAfter } from "../json/find-members.ts";
import { setMember } from "../json/member.ts";
import { pointerStep } from "../json/pointer.ts";
import type { Span } from "../json/span.ts";
import type { ScanEngine } from "../json/tape.ts";
import type { JsonValue } from "../json/value.ts";
import type { Part } from "../outline/outline.ts";
import { bytesOf } from "../outline/region.ts";

/** What reading leniently needs of the notebook. */
export interface LenientReading {
  readonly engine: ScanEngine;
  /** @throws `json-integer-digits`. */
  readonly parse: (part: Part) => JsonValue;
  readonly onProblem: (problem: ScrapbookError) => void;
}

/**
 * The value of a part; where it holds an integer of too many digits, it is absent and a problem. Of
 * an object that is true of the single members, `levels` levels down. SPEC §9.
 */
export function readLenient(
  part: Part,
  path: string,
  levels: number,
  reading: LenientReading,
): JsonValue | undefined {
  try {
    return reading.parse(part);
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    const bytes = bytesOf(part.region, part.span);
    if (levels > 0 && bytes[0] === 0x7b) return readMembers(part, bytes, path, levels - 1, reading);
    const { details } = error;
    const offset = part.span.start;
    reading.onProblem(new ScrapbookError(error.code, { ...details, path, offset }));
    return undefined;
  }
}

function readMembers(
  { region, span }: Part,
  bytes: Uint8Array,
  path: string,
  levels: number,
  reading: LenientReading,
): JsonValue {
  const members = new Map<string, Span>();
  const tape = reading.engine(bytes, { maxDepth: Number.POSITIVE_INFINITY });
  eachMember(bytes, tape, 0, (key, colon) => {
    const { valueStart, valueEnd } = valueAfter(bytes, tape, colon);
    members.set(key, { start: valueStart + span.start, end: valueEnd + span.start });
  });
  const object: Record<string, JsonValue> = {};
  for (const [key, member] of members) {
    const at = path + pointerStep(key);
    const value = readLenient({ region, span: member }, at, levels, reading);
    if (value !== undefined) setMember(object, key, value);
  }
  return object;
}
