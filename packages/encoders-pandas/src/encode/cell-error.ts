import { unsupported } from "../failure.ts";

/** Where a value stands that is being written. */
export interface CellPlace {
  /** The column's label, as text. */
  readonly column: string;
  readonly dtype: string;
}

/** A value that its column's dtype cannot hold. */
export function cellError(place: CellPlace, row: number, value: unknown, expected: string): Error {
  return unsupported({
    what: `The column ${JSON.stringify(place.column)} cannot be written as ${place.dtype}`,
    got: `${describe(value)} in row ${row}`,
    expected,
  });
}

/** A value, shortened. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return "a Date";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
