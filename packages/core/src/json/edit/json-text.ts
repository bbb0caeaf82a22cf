import { byCodePoints } from "../code-points.ts";
import { JsonText } from "../json-text.ts";
import { stringifyJson } from "../stringify.ts";

/** The JSON text of a value that has been checked, white space left to the layout. */
export function jsonText(value: unknown): string {
  return value instanceof JsonText ? value.text : stringifyJson(value, { nonFinite: "literal" });
}

/**
 * A string as JSON text. Half a surrogate pair, which new text must not hold, is escaped: what was
 * read can be written once more.
 */
export function stringText(text: string): string {
  return JSON.stringify(text);
}

/** The text of an object whose members are given as text, their keys sorted if the file's are. */
export function objectText(
  members: Iterable<readonly [key: string, text: string]>,
  isSorted: boolean,
): string {
  const all = [...members];
  if (isSorted) all.sort(([a], [b]) => byCodePoints(a, b));
  return `{${all.map(([key, text]) => `${stringText(key)}:${text}`).join()}}`;
}
