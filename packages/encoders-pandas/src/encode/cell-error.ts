import { describeValue } from "@scrapbook/core/internal";
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
    got: `${describeCell(value)} in row ${row}`,
    expected,
  });
}

/** A value, shortened; a bigint as it is written. */
export const describeCell = (value: unknown): string =>
  describeValue(value) + (typeof value === "bigint" && value < 10n ** 20n ? "n" : "");
