import { intType, typeId } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import type { Label } from "../metadata/label.ts";
import { periodText } from "../value/period.ts";
import { type Cell, type CellReader, cellReader } from "./cell.ts";
import { type CellOptions, isSafe } from "./integer-cell.ts";
import { type ColumnValues, typedValues } from "./typed-values.ts";

/** The values of a column or of an index level, under their name. */
export interface Series {
  readonly name: Label;
  /** As pandas names it: `int64`, `datetime64[ns, UTC]`, `category`… */
  readonly dtype: string;
  readonly length: number;
  readonly nullCount: number;
  /** Arrow's type, as flechette describes it. */
  readonly arrowType: { readonly typeId: number };
  /** The value at `index`; from the end where it is negative; undefined beyond. */
  at(index: number, options?: CellOptions): Cell | undefined;
  /** A new array of all values, null where there is none. */
  toArray(options?: CellOptions): Cell[];
  /** All values as a typed array where there is one for them. */
  toValues(options?: CellOptions): ColumnValues;
}

/** The series of a stored column. */
export function arrowSeries(name: Label, dtype: string, column: ArrowColumn): Series {
  const { data } = column;
  const length = data.reduce((sum, vector) => sum + vector.length, 0);
  const [, frequency] = /^period\[(.*)\]$/.exec(dtype) ?? [];
  const period =
    frequency !== undefined && column.type.typeId === typeId.int
      ? periodText(frequency)
      : undefined;
  let safe: boolean | undefined;
  const decided = (options: CellOptions): CellOptions => {
    if (options.integers === "bigint" || options.integers === "number") return options;
    safe ??= data.every(isSafe);
    return { ...options, integers: safe ? "number" : "bigint" };
  };
  const readers = (options: CellOptions): CellReader[] =>
    data.map((vector) => cellReader(vector, { ...decided(options), period, all: true }));
  const toArray = (options: CellOptions = {}): Cell[] => {
    const cells = new Array<Cell>(length);
    let at = 0;
    for (const [i, read] of readers(options).entries()) {
      const size = data[i]?.length ?? 0;
      for (let j = 0; j < size; j++) cells[at++] = read(j);
    }
    return cells;
  };
  return {
    name,
    dtype,
    length,
    arrowType: column.type,
    nullCount: data.reduce((sum, vector) => sum + vector.nullCount, 0),
    at(index, options = {}) {
      let rest = index < 0 ? index + length : index;
      if (!Number.isInteger(rest) || rest < 0) return undefined;
      for (const vector of data) {
        if (rest < vector.length) return cellReader(vector, { ...decided(options), period })(rest);
        rest -= vector.length;
      }
      return undefined;
    },
    toArray,
    toValues: (options = {}) => typedValues(column, dtype, options, toArray),
  };
}

const int64 = intType(64, true);

/** The integers of a range, which is stored as three numbers. */
export function rangeSeries(name: Label, start: number, step: number, length: number): Series {
  const toArray = () => Array.from({ length }, (_, i) => start + i * step);
  return {
    name,
    dtype: "int64",
    length,
    arrowType: int64,
    nullCount: 0,
    at(index, options = {}) {
      const position = index < 0 ? index + length : index;
      if (!Number.isInteger(position) || position < 0 || position >= length) return undefined;
      const value = start + position * step;
      return options.integers === "bigint" ? BigInt(value) : value;
    },
    toArray: (options = {}) => (options.integers === "bigint" ? toArray().map(BigInt) : toArray()),
    toValues: () => ({
      dtype: "int64",
      values: BigInt64Array.from(toArray(), BigInt),
      validity: undefined,
    }),
  };
}
