import type { Cell } from "./cell.ts";
import type { ColumnValues } from "./typed-values.ts";

type Small = 8 | 16 | 32;

/** What the values of a dtype are, without options. */
export type CellOf<D extends string> = D extends `int${Small}` | `uint${Small}`
  ? number
  : D extends `Int${Small}` | `UInt${Small}` | `float${number}` | `Float${number}`
    ? number | null
    : D extends "int64" | "uint64"
      ? number | bigint
      : D extends "Int64" | "UInt64"
        ? number | bigint | null
        : D extends "bool"
          ? boolean
          : D extends "boolean"
            ? boolean | null
            : D extends "str" | "string" | `${Times}${string}`
              ? string | null
              : Cell;

type Times = "datetime64[" | "timedelta64[" | "period[";

/** The typed array of a dtype, without options. */
export type ArrayOf<D extends string> = D extends keyof Arrays
  ? Arrays[D]
  : D extends `${Times}${string}`
    ? BigInt64Array
    : D extends "category" | "object" | `${string}[${string}`
      ? ColumnValues["values"]
      : readonly CellOf<D>[];

interface Arrays {
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly int64: BigInt64Array;
  readonly uint8: Uint8Array;
  readonly uint16: Uint16Array;
  readonly uint32: Uint32Array;
  readonly uint64: BigUint64Array;
  readonly Int8: Int8Array;
  readonly Int16: Int16Array;
  readonly Int32: Int32Array;
  readonly Int64: BigInt64Array;
  readonly UInt8: Uint8Array;
  readonly UInt16: Uint16Array;
  readonly UInt32: Uint32Array;
  readonly UInt64: BigUint64Array;
  readonly float16: Float32Array;
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly Float32: Float32Array;
  readonly Float64: Float64Array;
}
