import { jsonText, objectText } from "../json/edit/json-text.ts";
import type { EditOptions } from "./edit-options.ts";

/** The JSON text of `metadata.scrapbook.edited`; `undefined` where no note is asked for. SPEC §13.9. */
export function noteText(trace: EditOptions["trace"]): string | undefined {
  if (trace === undefined || trace === false) return undefined;
  const { at, note } = trace === true ? { at: new Date().toISOString() } : trace;
  const members = Object.entries({ at, note }).filter(([, value]) => value !== undefined);
  return objectText(
    members.map(([key, value]) => [key, jsonText(value)]),
    false,
  );
}
