import type { JsonObject } from "@scrapbook/core";
import type { Range } from "../frame/frame-index.ts";
import type { Label } from "../metadata/label.ts";
import type { ColumnLevelInput } from "./column-labels.ts";
import type { Dtype } from "./dtype.ts";

/** Values of a column: an array, or a typed array whose dtype is then its own. */
export type ColumnInput = ArrayLike<unknown>;

/** What {@link createDataFrame} makes a frame of. */
export interface FrameInput {
  /**
   * The columns: an object by name, or pairs of a label and values, for labels that are no text and
   * for MultiIndex columns, whose labels are lists.
   */
  readonly columns:
    | Readonly<Record<string, ColumnInput>>
    | Iterable<readonly [label: Label, values: ColumnInput]>;
  /** Dtypes by column name (for other labels: by the label as text). Others are inferred. */
  readonly dtypes?: Readonly<Record<string, Dtype>> | undefined;
  /** The row labels. Default: counted from 0. */
  readonly index?: IndexInput | undefined;
  /** Names and dtypes of the levels of the column labels. Default: no names, dtypes as the labels are. */
  readonly columnLevels?: readonly ColumnLevelInput[] | undefined;
  /** `DataFrame.attrs`: JSON. */
  readonly attrs?: JsonObject | undefined;
}

/** Row labels: a range, a column of values, or the levels of a MultiIndex. */
export type IndexInput =
  | (Range & { readonly name?: string | null | undefined })
  | IndexLevelInput
  | { readonly levels: readonly IndexLevelInput[] };

/** A level of an index. */
export interface IndexLevelInput {
  readonly name?: string | null | undefined;
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
