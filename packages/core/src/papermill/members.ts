import { kindOfValue } from "../json/kind.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { wrongType } from "../outline/outline-error.ts";
import type { LenientReading } from "./read-lenient.ts";

/** An object's own member; `undefined` where there is none, or no object. */
export function ownMember(object: JsonObject | undefined, key: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object that a value is; anything else counts as absent and is a problem. SPEC §9. */
export function objectOr(
  value: JsonValue | undefined,
  path: string,
  { onProblem }: LenientReading,
): JsonObject | undefined {
  if (value === undefined) return undefined;
  const kind = kindOfValue(value);
  if (kind === "object") return value as JsonObject;
  onProblem(wrongType(path, kind, "object"));
  return undefined;
}
