import { hasBit } from "../arrow/bitmap.ts";
import { typeId } from "../arrow/type.ts";
import type { Vector } from "../arrow/vector.ts";
import type { CellReader } from "./cell-value.ts";

/** How values that JavaScript has several forms for are given. */
export interface CellOptions {
  /**
   * What 64-bit integers become. `"auto"`: numbers where all of the column lie within ±(2^53−1),
   * else bigints, so that a column is never mixed. `"bigint"`: always bigints. `"number"`: always
   * numbers, rounded where they do not fit. Default `"auto"`.
   */
  readonly integers?: "auto" | "bigint" | "number" | undefined;
  /**
   * What instants, dates, times of day, durations and periods become. `"iso"`: ISO 8601 text with all
   * their digits. `"date"`: a `Date` for instants and dates, milliseconds for times of day and
   * durations, without what lies below a millisecond for a `Date`. `"raw"`: the stored count of the
   * dtype's units, as a bigint. Default `"iso"`.
   */
  readonly times?: "iso" | "date" | "raw" | undefined;
}

/** Reads integers of any width; `"auto"` was decided before, for the whole column. */
export function integerReader({ values }: Vector, { integers }: CellOptions): CellReader {
  if (!(values instanceof BigInt64Array || values instanceof BigUint64Array)) {
    return (index) => values?.[index] as number;
  }
  return integers === "bigint"
    ? (index) => values[index] as bigint
    : (index) => Number(values[index] as bigint);
}

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether all 64-bit integers of a vector, and of what it holds, are safe. What lies under a null does not count. */
export function isSafe({
  type,
  length,
  nullCount,
  validity,
  values,
  children,
  dictionary,
}: Vector): boolean {
  if (children?.every(isSafe) === false || dictionary?.data.every(isSafe) === false) return false;
  if (type.typeId !== typeId.int || type.bitWidth < 64) return true;
  for (let i = 0; i < length; i++) {
    const value = values?.[i] as bigint;
    if (value <= largest && value >= -largest) continue;
    if (nullCount === 0 || hasBit(validity, i)) return false;
  }
  return true;
}
