import type { JsonObject } from "../json/value.ts";
import { objectOr, ownMember } from "./members.ts";
import type { LenientReading } from "./read-lenient.ts";

/** The parameters in papermill's metadata; `{}` where there are none. SPEC §9.1. */
export function decodeParameters(
  papermill: JsonObject | undefined,
  path: string,
  reading: LenientReading,
): JsonObject {
  // Python's `None` counts as none given.
  const given = ownMember(papermill, "parameters") ?? undefined;
  return objectOr(given, `${path}/parameters`, reading) ?? {};
}
