import type { JsonValue } from "./value.ts";
import type { JsonKind } from "./walk.ts";

/** A kind with its article, for messages: `an object`, `a string`, `null`. */
export function kindPhrase(kind: JsonKind): string {
  if (kind === "null") return kind;
  return `${kind === "object" || kind === "array" ? "an" : "a"} ${kind}`;
}

/** The kind of a parsed JSON value. */
export function kindOfValue(value: JsonValue): JsonKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "bigint" ? "number" : (type as JsonKind);
}
