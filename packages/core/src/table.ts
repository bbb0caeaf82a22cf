/**
 * Rows under named columns: what Python's `DataFrame`-valued properties give, and what a
 * DataFrame of `@scrapbook/encoders-pandas` implements.
 */
export interface Table {
  /** Column labels, in order. */
  readonly columns: readonly unknown[];
  /** How many rows there are. */
  readonly length: number;
  /** A new array of plain objects, one per row, keyed by column label. */
  rows(): Record<string, unknown>[];
}

/** A table over rows given as arrays of cells, one cell per column. */
export function createTable(
  columns: readonly string[],
  cells: readonly (readonly unknown[])[],
): Table & { readonly columns: readonly string[] } {
  return {
    columns,
    length: cells.length,
    rows: () => cells.map((row) => toRecord(columns, row)),
  };
}

function toRecord(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    // Not an assignment: a column named __proto__ must become a member like any other.
    Object.defineProperty(record, column, {
      value: row[index],
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return record;
}
