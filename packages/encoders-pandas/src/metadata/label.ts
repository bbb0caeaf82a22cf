/**
 * A label of a column, or a name of an index level: what Python had, as far as JavaScript has it.
 * Dates, times, decimals and bytes are the text that pandas writes for them. A column of a
 * MultiIndex has a list of labels, one a level.
 */
export type Label = string | number | bigint | boolean | null | readonly Label[];

/** Whether two labels are the same; NaN is itself, and 1 is 1n. */
export function isSameLabel(a: Label, b: Label): boolean {
  if (isTuple(a) && isTuple(b)) {
    return a.length === b.length && a.every((part, i) => isSameLabel(part, b[i] as Label));
  }
  if (typeof a === "bigint" || typeof b === "bigint") return String(a) === String(b);
  return Object.is(a, b) || a === b;
}

export const isTuple = (label: Label): label is readonly Label[] => Array.isArray(label);
