import type { ScrapbookError } from "@scrapbook/core";
import { checkOptions } from "@scrapbook/core/internal";
import { type ArrowField, type ArrowType, field, intType, typeId } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import type { Label } from "../metadata/label.ts";
import { periodText } from "../value/period.ts";
import { type Cell, type CellReader, cellReader } from "./cell.ts";
import { type CellOptions, isSafe } from "./integer-cell.ts";
import { type JsonCell, jsonCell } from "./json-cell.ts";
import { cellRules } from "./option-rules.ts";
import { seriesText, showAs } from "./show.ts";
import { type ColumnValues, fieldOfValues, typedValues } from "./typed-values.ts";

/**
 * The values of a column or of an index level, under their name. It is iterated value by value.
 *
 * `T` is the type of its values, which is believed where {@link DataFrame.column} was told it; `V`
 * that of its typed array.
 */
export interface Series<
  T extends Cell = Cell,
  V extends ColumnValues["values"] = ColumnValues["values"],
> extends Iterable<T> {
  readonly name: Label;
  /** As pandas names it: `int64`, `datetime64[ns, UTC]`, `category`… */
  readonly dtype: string;
  readonly length: number;
  readonly nullCount: number;
  /** All values, as {@link toArray} gives them without options, made when they are first asked for. */
  readonly values: readonly T[];
  /**
   * Why the values cannot be read; undefined where they can, which is nearly always. Asking for
   * them throws it.
   */
  readonly error: ScrapbookError | undefined;
  /** Arrow's type, as flechette describes it. */
  readonly arrowType: { readonly typeId: number };
  /** The value at `index`; from the end where it is negative; undefined beyond. */
  at(index: number): T | undefined;
  at(index: number, options: CellOptions): Cell | undefined;
  /** A new array of all values, null where there is none. */
  toArray(): T[];
  toArray(options: CellOptions): Cell[];
  /** All values as a typed array where there is one for them. */
  toValues(): ColumnValues<V>;
  toValues(options: CellOptions): ColumnValues;
  /** The values for `JSON.stringify`: bigints as decimal text, bytes as base64. */
  toJSON(): JsonCell[];
}

/** What all series are, however their values are stored. */
abstract class AnySeries implements Series {
  readonly name: Label;
  readonly dtype: string;
  readonly length: number;
  readonly nullCount: number;
  readonly error: ScrapbookError | undefined;
  declare readonly values: readonly Cell[];
  #values: readonly Cell[] | undefined;

  constructor(name: Label, dtype: string, length: number, nullCount = 0, error?: ScrapbookError) {
    this.name = name;
    this.dtype = dtype;
    this.length = length;
    this.nullCount = nullCount;
    this.error = error;
    // A property of its own: structuredClone copies nothing else.
    Object.defineProperty(this, "values", {
      enumerable: true,
      get: () => {
        this.#values ??= this.toArray();
        return this.#values;
      },
    });
    showAs(this, () => seriesText(this));
  }

  abstract get arrowType(): ArrowType;
  abstract at(index: number, options?: CellOptions): Cell | undefined;
  abstract toArray(options?: CellOptions): Cell[];
  abstract toValues(options?: CellOptions): ColumnValues;

  toJSON(): JsonCell[] {
    return this.toArray().map(jsonCell);
  }

  *[Symbol.iterator](): Generator<Cell> {
    yield* this.toArray();
  }
}

/** The series of a stored column. */
export class StoredSeries extends AnySeries {
  readonly #field: ArrowField;
  readonly #column: ArrowColumn;
  readonly #period: ((ordinal: bigint) => string) | undefined;
  #isSafe: boolean | undefined;

  constructor(name: Label, dtype: string, column: ArrowColumn, own?: ArrowField) {
    const { data, error } = column;
    const length = data.reduce((sum, vector) => sum + vector.length, 0);
    const nullCount = data.reduce((sum, vector) => sum + vector.nullCount, 0);
    super(name, dtype, length, nullCount, error);
    this.#field = own ?? field("", column.type);
    this.#column = column;
    const [, frequency] = /^period\[(.*)\]$/.exec(dtype) ?? [];
    if (frequency !== undefined && column.type.typeId === typeId.int) {
      this.#period = periodText(frequency);
    }
  }

  get arrowType(): ArrowType {
    return this.#column.type;
  }

  /** The column, and the field under which it is stored. @internal */
  get stored(): readonly [field: ArrowField, column: ArrowColumn] {
    return [this.#field, this.#column];
  }

  at(index: number, options: CellOptions = {}): Cell | undefined {
    if (this.error !== undefined) throw this.error;
    let rest = index < 0 ? index + this.length : index;
    if (!Number.isInteger(rest) || rest < 0) return undefined;
    const period = this.#period;
    for (const vector of this.#column.data) {
      if (rest < vector.length) {
        return cellReader(vector, { ...this.#decided(options), period })(rest);
      }
      rest -= vector.length;
    }
    return undefined;
  }

  toArray(options: CellOptions = {}): Cell[] {
    checkOptions("series.toArray", options, cellRules);
    const cells = new Array<Cell>(this.length);
    let at = 0;
    for (const [i, read] of this.#readers(options).entries()) {
      const size = this.#column.data[i]?.length ?? 0;
      for (let j = 0; j < size; j++) cells[at++] = read(j);
    }
    return cells;
  }

  toValues(options: CellOptions = {}): ColumnValues {
    checkOptions("series.toValues", options, cellRules);
    if (this.error !== undefined) throw this.error;
    const { dtype } = this;
    const values = typedValues(this.#column, dtype, options, (given) => this.toArray(given));
    fieldOfValues.set(values, this.#field);
    return values;
  }

  #readers(options: CellOptions): CellReader[] {
    if (this.error !== undefined) throw this.error;
    const period = this.#period;
    const decided = this.#decided(options);
    return this.#column.data.map((vector) => cellReader(vector, { ...decided, period, all: true }));
  }

  /** `"auto"` is decided for the whole column, so that it is never mixed. */
  #decided(options: CellOptions): CellOptions {
    if (options.integers === "bigint" || options.integers === "number") return options;
    // Integers that numpy cannot keep beside missing values are floats to pandas.
    if (this.dtype === "float64") return { ...options, integers: "number" };
    this.#isSafe ??= this.#column.data.every(isSafe);
    return { ...options, integers: this.#isSafe ? "number" : "bigint" };
  }
}

const int64 = intType(64, true);

/** The integers of a range, which is stored as three numbers. */
export class RangeSeries extends AnySeries {
  readonly #start: number;
  readonly #step: number;

  constructor(name: Label, start: number, step: number, length: number) {
    super(name, "int64", length);
    this.#start = start;
    this.#step = step;
  }

  get arrowType(): ArrowType {
    return int64;
  }

  at(index: number, { integers }: CellOptions = {}): Cell | undefined {
    const position = index < 0 ? index + this.length : index;
    if (!Number.isInteger(position) || position < 0 || position >= this.length) return undefined;
    const value = this.#start + position * this.#step;
    return integers === "bigint" ? BigInt(value) : value;
  }

  toArray({ integers }: CellOptions = {}): Cell[] {
    const numbers = this.#numbers();
    return integers === "bigint" ? numbers.map(BigInt) : numbers;
  }

  toValues({ integers }: CellOptions = {}): ColumnValues {
    const numbers = this.#numbers();
    const values =
      integers === "number" ? Float64Array.from(numbers) : BigInt64Array.from(numbers, BigInt);
    return { dtype: this.dtype, values, validity: undefined };
  }

  #numbers(): number[] {
    return Array.from({ length: this.length }, (_, i) => this.#start + i * this.#step);
  }
}
