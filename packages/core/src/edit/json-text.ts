import { byCodePoints } from "../code-points.ts";
import { RawJson } from "../encode/raw-json.ts";
import { stringifyJson } from "../json/stringify.ts";

/** The JSON text of a value that has been checked, white space left to the layout. */
export function jsonText(value: unknown): string {
  return value instanceof RawJson ? value.text : stringifyJson(value, { nonFinite: "literal" });
}

/** The text of an object whose members are given as text, their keys sorted if the file's are. */
export function objectText(
  members: Iterable<readonly [key: string, text: string]>,
  isSorted: boolean,
): string {
  const all = [...members];
  if (isSorted) all.sort(([a], [b]) => byCodePoints(a, b));
  return `{${all.map(([key, text]) => `${stringifyJson(key)}:${text}`).join()}}`;
}
