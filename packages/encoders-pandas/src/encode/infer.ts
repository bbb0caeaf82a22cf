import { unsupported } from "../failure.ts";
import { describeCell } from "./cell-error.ts";
import type { Dtype } from "./dtype.ts";

const typedArrays: readonly (readonly [type: new (length: number) => object, dtype: string])[] = [
  [Int8Array, "int8"],
  [Int16Array, "int16"],
  [Int32Array, "int32"],
  [BigInt64Array, "int64"],
  [Uint8Array, "uint8"],
  [Uint8ClampedArray, "uint8"],
  [Uint16Array, "uint16"],
  [Uint32Array, "uint32"],
  [BigUint64Array, "uint64"],
  [Float32Array, "float32"],
  [Float64Array, "float64"],
];

/**
 * The dtype of values that came without one. Conservative: it goes by the kind of the values alone,
 * and never by which values happen to be there. Typed arrays have theirs; of plain values
 *
 * - numbers are `float64`, whole ones too: what is an integer must be said, or be a bigint
 * - bigints are `int64`, or `Int64` where some are missing
 * - booleans are `bool`, or `boolean` where some are missing
 * - strings are `str`, never times or categories
 * - Dates are `datetime64[ms, UTC]`, since a Date is an instant
 * - Uint8Arrays are `bytes`
 * - nothing but missing values is `null`
 *
 * @throws `encoder-unsupported` for other values, and where kinds are mixed.
 */
export function inferDtype(column: string, cells: ArrayLike<unknown>): Dtype {
  const typed = typedArrays.find(([Type]) => cells instanceof Type);
  if (typed !== undefined) return typed[1];
  let kind: Kind | undefined;
  let hasMissing = false;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined) {
      hasMissing = true;
      continue;
    }
    const found = kindOf(cell);
    if (found === undefined || (kind !== undefined && found !== kind)) {
      throw unsupported({
        what: `The dtype of the column ${JSON.stringify(column)} cannot be told from its values`,
        got: `${describeCell(cell)} in row ${row}${kind === undefined ? "" : `, after values of the kind ${kind}`}`,
        expected: "numbers, bigints, booleans, strings, Dates or Uint8Arrays, all of one kind",
        hint: "Name the dtype: dtypes: { column: { list: 'float64' } }.",
      });
    }
    kind = found;
  }
  return kind === undefined ? "null" : dtypes[kind][hasMissing ? 1 : 0];
}

type Kind = "number" | "bigint" | "boolean" | "string" | "Date" | "Uint8Array";

const dtypes: Readonly<Record<Kind, readonly [string, string]>> = {
  number: ["float64", "float64"],
  bigint: ["int64", "Int64"],
  boolean: ["bool", "boolean"],
  string: ["str", "str"],
  Date: ["datetime64[ms, UTC]", "datetime64[ms, UTC]"],
  Uint8Array: ["bytes", "bytes"],
};

function kindOf(cell: unknown): Kind | undefined {
  if (cell instanceof Date) return "Date";
  if (cell instanceof Uint8Array) return "Uint8Array";
  const kind = typeof cell;
  return Object.hasOwn(dtypes, kind) ? (kind as Kind) : undefined;
}
