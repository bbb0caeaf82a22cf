import type { JsonValue } from "../json/value.ts";

/** Lines as one text; what is no array of texts stays as it is. */
export function joinLines(value: JsonValue): JsonValue {
  return Array.isArray(value) && value.every((line) => typeof line === "string")
    ? value.join("")
    : value;
}
