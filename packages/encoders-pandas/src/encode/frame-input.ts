import type { JsonObject } from "@scrapbook/core";
import type { FrameIndex, Range } from "../frame/frame-index.ts";
import type { Series } from "../frame/series.ts";
import type { ColumnValues } from "../frame/typed-values.ts";
import type { Label } from "../metadata/label.ts";
import type { ColumnLevelInput } from "./column-labels.ts";
import type { Dtype } from "./dtype.ts";

/**
 * Values of a column: an array; a typed array, whose dtype is then its own; a column of a frame, and
 * a column as `toColumns()` gives it, which both keep their dtypes.
 */
export type ColumnInput = ArrayLike<unknown> | Series | ColumnValues;

/** What {@link createDataFrame} makes a frame of. */
export interface FrameInput {
  /**
   * The columns: an object by name, as `toColumns()` gives it too; pairs of a label and values, for
   * labels that are no text and for MultiIndex columns, whose labels are lists; columns of frames,
   * which have their labels.
   */
  readonly columns:
    | Readonly<Record<string, ColumnInput>>
    | Iterable<readonly [label: Label, values: ColumnInput] | Series>;
  /** Dtypes by column name (for other labels: by the label as text). Others are inferred. */
  readonly dtypes?: Readonly<Record<string, Dtype>> | undefined;
  /** The row labels. Default: counted from 0. */
  readonly index?: IndexInput | undefined;
  /** Names and dtypes of the levels of the column labels. Default: no names, dtypes as the labels are. */
  readonly columnLevels?: readonly ColumnLevelInput[] | undefined;
  /** `DataFrame.attrs`: JSON. Default: none. */
  readonly attrs?: JsonObject | undefined;
}

/** Row labels: a frame's own, a list of them, a range, a column of values, or the levels of a MultiIndex. */
export type IndexInput =
  | FrameIndex
  | Series
  | readonly unknown[]
  | RangeInput
  | IndexLevelInput
  | { readonly levels: readonly (IndexLevelInput | Series)[] };

/** A range of integers; `start` is 0 and `step` 1 by default. */
export interface RangeInput extends Partial<Range> {
  readonly stop: number;
  readonly name?: string | null | undefined;
}

/** A level of an index. */
export interface IndexLevelInput {
  readonly name?: Label | undefined;
  readonly values: ColumnInput;
  /** Default: inferred, as a column's. */
  readonly dtype?: Dtype | undefined;
}

/** Rows as plain objects. The columns are the keys in the order in which they first appear; what a row lacks is missing. */
export type RowsInput = readonly Readonly<Record<string, unknown>>[];

/** The columns of rows. */
export function columnsOfRows(rows: RowsInput): FrameInput["columns"] {
  const columns = new Map<string, unknown[]>();
  for (const [i, row] of rows.entries()) {
    for (const [key, value] of Object.entries(row)) {
      let column = columns.get(key);
      if (column === undefined) {
        column = new Array<unknown>(rows.length).fill(null);
        columns.set(key, column);
      }
      column[i] = value;
    }
  }
  return columns;
}
