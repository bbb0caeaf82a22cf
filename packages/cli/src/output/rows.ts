/** A table to be printed: rows of values by column. */
export interface Rows {
  readonly columns: readonly string[];
  /** Columns whose values stand at the right. */
  readonly numeric?: ReadonlySet<string> | undefined;
  /** Columns that a narrow terminal can do without, the least important first. Default none. */
  readonly spare?: readonly string[] | undefined;
  /** What is said where columns were left out. Default nothing. */
  readonly note?: string | undefined;
  readonly rows: readonly (readonly Cell[])[];
  /** How rows are painted, by index, where there are colours. Default plain. */
  readonly styles?: readonly (RowStyle | undefined)[] | undefined;
}

/** A colour that says something: `red` is a failure. */
export type RowStyle = "red" | "yellow";

/** What a cell holds. `undefined` is a value that is not there. */
export type Cell = string | number | bigint | boolean | null | undefined;

/** A cell as text, as it stands in the notebook: nothing is rounded, nothing escaped. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  return Object.is(cell, -0) ? "-0" : String(cell);
}
