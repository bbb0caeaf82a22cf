import { describeValue, wrongArgument } from "@scrapbook/core/internal";
import { type ArrowField, typeId } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import type { Series, StoredSeries } from "../frame/series.ts";
import { type ColumnValues, fieldOfValues } from "../frame/typed-values.ts";
import type { Dtype } from "./dtype.ts";
import type { ColumnInput } from "./frame-input.ts";
import { inferDtype } from "./infer.ts";

/** Where the values of a new column come from. */
export type ColumnSource =
  /** A column of a frame, which is taken as it is. */
  | { readonly dtype: string; readonly field: ArrowField; readonly column: ArrowColumn }
  /** Values that are to be stored as a dtype says, or as a field that they were read from. */
  | { readonly dtype: Dtype; readonly field?: ArrowField; readonly cells: ArrayLike<unknown> };

/**
 * What was given as a column's values.
 *
 * @param given The dtype that was named for it, if one was.
 * @throws `usage-argument` for what holds no values, `encoder-unsupported` where no dtype was named
 * and none can be told.
 */
export function columnSource(
  column: string,
  input: ColumnInput,
  given: Dtype | undefined,
): ColumnSource {
  if (isSeries(input)) return seriesSource(input, given);
  if (isColumnValues(input)) return valuesSource(input, given);
  if (isList(input)) return { dtype: given ?? inferDtype(column, input), cells: input };
  const shown = JSON.stringify(column.slice(0, 80));
  throw wrongArgument(
    `The values of the column ${shown} are no list`,
    input,
    "an array, a typed array, a column of a frame, or one as toColumns() gives it",
    hintFor(input),
  );
}

/** Whether a value is a column of a frame. */
export function isSeries(value: unknown): value is Series {
  if (typeof value !== "object" || value === null) return false;
  const { dtype, toValues } = value as Partial<Series>;
  return typeof dtype === "string" && typeof toValues === "function";
}

/** Whether a value is a list of values: text is none. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  if (typeof value !== "object" || value === null || value instanceof DataView) return false;
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function isColumnValues(value: unknown): value is ColumnValues {
  if (typeof value !== "object" || value === null) return false;
  const { dtype, values } = value as Partial<ColumnValues>;
  return typeof dtype === "string" && isList(values) && "validity" in value;
}

function hintFor(input: unknown): string | undefined {
  if (typeof input === "object" && input !== null && Symbol.iterator in input) {
    return `Write Array.from(…) around ${describeValue(input)}.`;
  }
  return typeof input === "object" ? undefined : "A single value is written as a list: [value].";
}

function seriesSource(series: Series, given: Dtype | undefined): ColumnSource {
  const { dtype } = series;
  const stored = (series as Partial<StoredSeries>).stored;
  if (given !== undefined && given !== dtype) return { dtype: given, cells: series.toArray() };
  if (stored === undefined) {
    return { dtype, cells: series.toArray({ integers: "bigint", times: "raw" }) };
  }
  if (series.error !== undefined) throw series.error;
  const [field, column] = stored;
  return { dtype, field, column };
}

function valuesSource(given: ColumnValues, dtype: Dtype | undefined): ColumnSource {
  const { values, validity, categories, ordered = false } = given;
  const field = fieldOfValues.get(given);
  const at = elementReader(given, field);
  const cells = Array.from(values, (_, i) => (validity?.[i] === 0 ? null : at(i)));
  if (dtype !== undefined) return { dtype, cells };
  if (categories !== undefined) {
    return { dtype: { categories: categories as readonly string[], ordered }, cells };
  }
  return field === undefined ? { dtype: given.dtype, cells } : { dtype: given.dtype, field, cells };
}

/** Reads codes as their categories, and counts of days and of times of day as counts. */
function elementReader(
  { values, categories }: ColumnValues,
  field: ArrowField | undefined,
): (index: number) => unknown {
  if (categories !== undefined) return (index) => categories[Number(values[index])] ?? null;
  const id = field?.type.typeId;
  const counts = (id === typeId.date || id === typeId.time) && values instanceof Int32Array;
  return counts ? (index) => BigInt(values[index] as number) : (index) => values[index];
}
