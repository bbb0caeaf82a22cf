import type { DisplayOutput, Problem } from "@scrapbook/core";

/** A value in the tagged form of `conformance/CASES.md`. */
export type Tagged =
  | null
  | boolean
  | string
  | readonly Tagged[]
  | { readonly [tag: string]: unknown };

/** A value as answers hold it. `undefined` is for the caller to leave out. */
export function tag(value: unknown): Tagged {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return tagText(value);
  if (typeof value === "bigint") return { $number: String(value) };
  if (typeof value === "number") return { $number: numberText(value) };
  if (value instanceof Uint8Array) return tagBytes(value);
  if (Array.isArray(value)) return value.map(tag);
  if (typeof value === "object") {
    const members = Object.entries(value).map(([key, member]) => [tagText(key), tag(member)]);
    return { $object: members };
  }
  throw new TypeError(`no tagged form of ${typeof value}`);
}

/** Text, by its UTF-16 units where it holds half of a surrogate pair. */
export function tagText(text: string): Tagged {
  if (!/\p{Surrogate}/u.test(text)) return text;
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return { $string16: units.map((unit) => unit.toString(16).padStart(4, "0")).join("") };
}

/** Bytes, as padded base64. */
export function tagBytes(bytes: Uint8Array): Tagged {
  return { $bytes: Buffer.from(bytes).toString("base64") };
}

/** {@link Problem}, with its category. */
interface TaggedError extends Problem {
  readonly category: string;
}

/** An error, a problem or a warning. */
export function tagError({ code, path, message }: Problem): TaggedError {
  return { category: code.split("-", 1)[0] ?? code, code, path, message };
}

/** A display; null where there is none. */
export function tagDisplay(display: DisplayOutput | undefined): Tagged {
  if (display === undefined) return null;
  const { outputType, data, metadata } = display;
  return { outputType, data: tag(data), metadata: tag(metadata) };
}

/** What absence is in lists and cells. */
export function tagOrNull(value: unknown): Tagged {
  return value === undefined ? null : tag(value);
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  // Beyond the safe integers the digits of a double say less than they show: with an exponent they
  // are a double's, not an integer's.
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value);
}
