import type { JsonValue } from "./value.ts";

/** Whether Python takes a JSON value for true: not null, false, 0, "", [] or {}; NaN is true. SPEC §5. */
export function isTruthy(value: JsonValue | undefined): boolean {
  if (typeof value === "number") return value !== 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
