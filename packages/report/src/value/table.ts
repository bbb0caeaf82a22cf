import { isScrapbookError, ScrapbookError, type Table } from "@scrapbook/core";

/** Whether a value implements core's `Table`, as the DataFrames of `@scrapbook/encoders-pandas` do. */
export function isTable(value: unknown): value is Table {
  if (typeof value !== "object" || value === null) return false;
  const { columns, length, rows } = value as Partial<Table>;
  return Array.isArray(columns) && typeof length === "number" && typeof rows === "function";
}

/** `756 rows × 2 columns`. */
export function tableSize({ length, columns }: Table): string {
  return `${counted(length, "row")} × ${counted(columns.length, "column")}`;
}

/** What a DataFrame has beyond a table. */
interface FrameLike {
  /** Gives its first rows without making all. */
  head(rows: number): unknown;
  /** A string for each column, by which rows are keyed: labels may be anything. */
  readonly keys: readonly string[];
}

/** The names by which the rows' cells are found, a string for each column. */
export function columnNames(table: Table): readonly string[] {
  const { keys } = table as Partial<FrameLike>;
  return Array.isArray(keys) && keys.length === table.columns.length
    ? keys
    : table.columns.map(String);
}

/**
 * The first `count` rows. A table with a `head` method, as a DataFrame has, makes no more than these.
 *
 * @throws `encoder-decode-failed`, whatever the table threw: one that decodes late fails late.
 */
export function firstRows(table: Table, count: number): Record<string, unknown>[] {
  try {
    const head = hasHead(table) ? table.head(count) : table;
    return (isTable(head) ? head : table).rows().slice(0, count);
  } catch (error) {
    if (isScrapbookError(error)) throw error;
    throw new ScrapbookError("encoder-decode-failed", {
      what: "The rows of the table cannot be read",
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

function hasHead(table: Table): table is Table & Pick<FrameLike, "head"> {
  return typeof (table as Partial<FrameLike>).head === "function";
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
