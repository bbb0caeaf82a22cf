import { ScrapbookError } from "../error/error.ts";
import type { ErrorCode } from "../error/generated/error-code.ts";
import { isFloatText } from "../json/float-text.ts";
import { JsonText } from "../json/json-text.ts";
import { setMember } from "../json/member.ts";
import { describeForeign, isRecord, noJsonForm } from "../json/no-json-form.ts";
import { jsonPointer } from "../json/pointer.ts";
import type { RawJson } from "../json/raw-json.ts";
import type { StringifyOptions } from "../json/stringify.ts";

/** What `JSON.stringify`, and the like of it in other kernels, writes as it is meant. */
export type KernelJson =
  | null
  | boolean
  | number
  | string
  | readonly KernelJson[]
  | { readonly [key: string]: KernelJson };

/** How a value becomes a kernel's. */
export interface KernelValueOptions {
  readonly nonFinite?: StringifyOptions["nonFinite"];
  /** How deep arrays and objects lie in one another at most. Default 200. */
  readonly maxDepth?: number | undefined;
}

/** Where a value lies: changed on the way down and back, so that only errors cost. */
interface Place {
  readonly steps: (string | number)[];
  /** The arrays and objects that it lies in. */
  readonly around: object[];
  readonly maxDepth: number;
  readonly nonFinite: StringifyOptions["nonFinite"];
}

/**
 * A value as a kernel's JSON can carry it, and as it is now: arrays and objects are copied, since it
 * may be sent later, and texts shared, which are what is large. `1.0` becomes `1`. SPEC §11.6.
 *
 * @throws `json-unsupported-value`, `json-cycle`, `json-lone-surrogate`, `json-non-finite`, `json-depth`, with
 * the JSON pointer that `start` begins.
 */
export function kernelValue(
  value: unknown,
  { nonFinite, maxDepth = 200 }: KernelValueOptions,
  start: readonly string[] = [],
): KernelJson {
  return copy(value, { steps: [...start], around: [], maxDepth, nonFinite });
}

function copy(value: unknown, place: Place): KernelJson {
  switch (typeof value) {
    case "string":
      return checkText(value, place);
    case "boolean":
      return value;
    case "number":
      return finite(value, place);
    case "bigint":
      return fromInteger(value, place);
    case "object":
      if (value === null) return null;
      if (isFloatText(value)) return finite(value.value, place);
      if (value instanceof JsonText) return copy((value as RawJson).value, place);
      return copyContainer(value, place);
    default:
      throw foreign(value, place);
  }
}

function copyContainer(value: object, place: Place): KernelJson {
  const { around, maxDepth } = place;
  if (around.length === maxDepth) throw tooDeep(value, place);
  around.push(value);
  let copied: KernelJson;
  if (Array.isArray(value)) copied = Array.from(value, (inner, i) => copyAt(i, inner, place));
  else if (isRecord(value)) {
    const members: Record<string, KernelJson> = {};
    for (const key of Object.keys(value)) setMember(members, key, copyAt(key, value[key], place));
    copied = members;
  } else throw foreign(value, place);
  around.pop();
  return copied;
}

function copyAt(step: string | number, value: unknown, place: Place): KernelJson {
  place.steps.push(step);
  if (typeof step === "string") checkText(step, place);
  const copied = copy(value, place);
  place.steps.pop();
  return copied;
}

function checkText(text: string, place: Place): string {
  if (!/\p{Surrogate}/u.test(text)) return text;
  throw refuse("json-lone-surrogate", "A string holds a lone surrogate", place);
}

function finite(value: number, place: Place): KernelJson {
  if (Number.isFinite(value)) return value;
  if (place.nonFinite === "string") return String(value);
  if (place.nonFinite === "null") return null;
  // A scrap's whole data cannot be null.
  const orNull = place.steps.length > 0 ? ' or { nonFinite: "null" }' : "";
  throw refuse("json-non-finite", "A kernel's JSON has no such number", place, {
    got: String(value),
    hint: `Choose with { nonFinite: "string" }${orNull}.`,
  });
}

function fromInteger(value: bigint, place: Place): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  const text = String(value);
  throw refuse("json-unsupported-value", "A kernel's JSON has no integer of this size", place, {
    got: text.length > 40 ? `an integer of ${text.length} digits` : text,
    expected: `at most ${Number.MAX_SAFE_INTEGER}`,
    hint: "Glue it as text: String(value).",
  });
}

/** A value that contains itself is found when it has come too deep: at its first repetition. */
function tooDeep(value: object, place: Place): ScrapbookError {
  const { steps, around } = place;
  const all = [...around, value];
  const again = all.findIndex((one, i) => all.indexOf(one) < i);
  if (again < 0) return refuse("json-depth", "The value lies too deep for a kernel", place);
  const outside = steps.length - around.length;
  const there = { ...place, steps: steps.slice(0, outside + again) };
  return refuse("json-cycle", "A value contains itself", there);
}

function foreign(value: unknown, place: Place): ScrapbookError {
  return refuse("json-unsupported-value", noJsonForm, place, { got: describeForeign(value) });
}

function refuse(
  code: ErrorCode,
  what: string,
  { steps }: Place,
  more: { readonly got?: string; readonly expected?: string; readonly hint?: string } = {},
): ScrapbookError {
  return new ScrapbookError(code, { what, path: jsonPointer(steps), ...more });
}
