import { jsonSafe } from "../json/json-safe.ts";
import { setMember } from "../json/member.ts";

/**
 * Rows under named columns: what Python's `DataFrame`-valued properties give, and what a
 * DataFrame of `@scrapbook/encoders-pandas` implements. Iterating gives the rows.
 */
export interface Table extends Iterable<Record<string, unknown>> {
  /** Column labels, in order. */
  readonly columns: readonly unknown[];
  /** How many rows there are. */
  readonly length: number;
  /** A new array of plain objects, one per row, keyed by column label. */
  rows(): Record<string, unknown>[];
}

/** Whether a value implements {@link Table}, as the DataFrames of `@scrapbook/encoders-pandas` do. */
export function isTable(value: unknown): value is Table {
  if (typeof value !== "object" || value === null) return false;
  const { columns, length, rows } = value as Partial<Table>;
  return Array.isArray(columns) && typeof length === "number" && typeof rows === "function";
}

/**
 * A table of rows. It is an array that cannot be changed, so that consoles, `console.table` and
 * `structuredClone` know what it is.
 */
export function createTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Table & { readonly columns: readonly string[] } {
  const table = [...rows];
  Object.defineProperties(table, {
    columns: { value: columns },
    rows: { value: () => rows.map((row) => ({ ...row })) },
    toJSON: { value: () => jsonSafe(rows) },
  });
  return Object.freeze(table) as unknown as Table & { readonly columns: readonly string[] };
}

/** A table over rows given as arrays of cells, one cell per column. */
export function tableOf(
  columns: readonly string[],
  cells: readonly (readonly unknown[])[],
): ReturnType<typeof createTable> {
  return createTable(
    columns,
    cells.map((row) => toRecord(columns, row)),
  );
}

function toRecord(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) setMember(record, column, row[index]);
  return record;
}
