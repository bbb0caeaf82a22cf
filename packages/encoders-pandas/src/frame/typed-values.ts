import { hasBit } from "../arrow/bitmap.ts";
import { type ArrayConstructor, type ArrowField, type TypedArray, typeId } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import { float16 } from "../value/float16.ts";
import { type Cell, cellReader } from "./cell.ts";
import type { CellOptions } from "./integer-cell.ts";

/** A column as its typed array: what charts and number crunching take. */
export interface ColumnValues<
  V extends TypedArray | readonly Cell[] = TypedArray | readonly Cell[],
> {
  readonly dtype: string;
  /**
   * Integers, floats (NaN where there is none), counts of units since 1970 or midnight for times,
   * and codes into `categories` (−1 where there is none) as typed arrays, 64-bit integers as
   * `BigInt64Array` or `BigUint64Array`, 0 where there is none; everything else as an array, null
   * where there is none.
   */
  readonly values: V;
  /** A byte a row, 0 where there is no value; undefined where there are no nulls. */
  readonly validity: Uint8Array | undefined;
  /** The categories of dtype `category`, in their order, unused ones too. */
  readonly categories?: readonly Cell[];
  /** Whether the order of the categories means something. */
  readonly ordered?: boolean;
}

/**
 * The fields that columns given by `toColumns()` were read from: `object` alone does not say what a
 * column holds. It is known of the object itself, and of no copy.
 */
export const fieldOfValues: WeakMap<ColumnValues, ArrowField> = /* @__PURE__ */ new WeakMap();

/** `toArray` serves those columns for which there is no typed array. */
export function typedValues(
  column: ArrowColumn,
  dtype: string,
  options: CellOptions,
  toArray: (options: CellOptions) => Cell[],
): ColumnValues {
  const validity = validityBytes(column);
  const { type } = column;
  const asTimes = options.times === "iso" || options.times === "date";
  switch (type.typeId) {
    case typeId.int: {
      if (asTimes && dtype.startsWith("period")) break;
      const values = withZero(joined(column, type.values), validity);
      // Integers that numpy cannot keep beside missing values are floats to pandas.
      const isFloat = dtype === "float64" && options.integers !== "bigint";
      if (!isFloat && (options.integers !== "number" || type.bitWidth < 64)) {
        return { dtype, values, validity };
      }
      const numbers = Float64Array.from(values as BigInt64Array, Number);
      return { dtype, values: withNaN(numbers, validity), validity };
    }
    case typeId.float: {
      const stored = joined(column, type.values);
      const values =
        type.precision === 0 ? Float32Array.from(stored as Uint16Array, float16) : stored;
      return { dtype, values: withNaN(values as Float64Array, validity), validity };
    }
    case typeId.date:
    case typeId.time:
    case typeId.timestamp:
    case typeId.duration:
      if (asTimes) break;
      return { dtype, values: withZero(joined(column, type.values), validity), validity };
    case typeId.dictionary: {
      const categories = (column.data[0]?.dictionary?.data ?? []).flatMap((words) => {
        const read = cellReader(words, options);
        return Array.from({ length: words.length }, (_, i) => read(i));
      });
      const codes = joined(column, type.indices.values);
      const values = validity === undefined ? codes : withoutCode(codes, validity);
      return { dtype, values, validity, categories, ordered: type.ordered };
    }
  }
  return { dtype, values: toArray({ integers: "bigint", times: "raw", ...options }), validity };
}

/** The values of all batches, without a copy where there is one. */
function joined({ data }: ArrowColumn, Values: ArrayConstructor): TypedArray {
  const [first] = data;
  if (data.length === 1 && first?.values !== undefined) return first.values;
  const values = new Values(data.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of data) {
    values.set(vector.values as never, at);
    at += vector.length;
  }
  return values;
}

function validityBytes({ data }: ArrowColumn): Uint8Array | undefined {
  if (data.every((vector) => vector.nullCount === 0)) return undefined;
  const bytes = new Uint8Array(data.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const { length, nullCount, validity } of data) {
    for (let i = 0; i < length; i++) {
      const isNull = nullCount > 0 && (validity.length === 0 || !hasBit(validity, i));
      bytes[at++] = isNull ? 0 : 1;
    }
  }
  return bytes;
}

function withNaN<T extends Float32Array | Float64Array>(
  values: T,
  validity: Uint8Array | undefined,
): T {
  if (validity === undefined) return values;
  return values.map((value, i) => (validity[i] === 0 ? Number.NaN : value)) as T;
}

/** What lies under a null is whatever was there before. */
function withZero(values: TypedArray, validity: Uint8Array | undefined): TypedArray {
  if (validity === undefined) return values;
  const result = values.slice();
  const zero = result instanceof BigInt64Array || result instanceof BigUint64Array ? 0n : 0;
  for (const [i, valid] of validity.entries()) if (valid === 0) result[i] = zero;
  return result;
}

const signed = { 1: Int8Array, 2: Int16Array, 4: Int32Array, 8: BigInt64Array };

/** Codes as pandas has them: signed, −1 where there is no category. */
function withoutCode(codes: TypedArray, validity: Uint8Array): TypedArray {
  const Signed = signed[codes.BYTES_PER_ELEMENT as 1 | 2 | 4 | 8];
  const result = new Signed(codes as never) as TypedArray;
  const none = result instanceof BigInt64Array ? -1n : -1;
  for (const [i, valid] of validity.entries()) if (valid === 0) result[i] = none;
  return result;
}
