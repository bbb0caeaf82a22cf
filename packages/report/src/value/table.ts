import { isScrapbookError, ScrapbookError, type Table } from "@scrapbook/core";
import { isTable } from "@scrapbook/core/internal";

/** What a DataFrame of `@scrapbook/encoders-pandas` has beyond a table. */
interface FrameLike {
  /** Gives its first rows without making all. */
  head(rows: number): unknown;
  /** A string for each column, by which rows are keyed: labels may be anything. */
  readonly keys: readonly string[];
  /** What pandas calls the columns' types, by key. */
  readonly dtypes: Readonly<Record<string, string>>;
  /** The rows' labels, of one level or several. */
  readonly index: { readonly names: readonly unknown[]; toArray(): readonly unknown[] };
}

/** The first rows of a table, each with its label where the table has an index. */
export interface FirstRows {
  readonly rows: readonly Record<string, unknown>[];
  /** The index's levels: name, and a label for each row. Empty where there is none. */
  readonly levels: readonly { readonly name: string; readonly labels: readonly unknown[] }[];
}

/** The names by which the rows' cells are found, a string for each column. */
export function columnNames(table: Table): readonly string[] {
  const { keys } = table as Partial<FrameLike>;
  return Array.isArray(keys) && keys.length === table.columns.length
    ? keys
    : table.columns.map(String);
}

/** What pandas calls a column's type; `undefined` where the table does not tell. */
export function columnType(table: Table, column: string): string | undefined {
  const { dtypes } = table as Partial<FrameLike>;
  const type = Object(dtypes)[column];
  return typeof type === "string" ? type : undefined;
}

/**
 * The first `count` rows. A table with a `head` method, as a DataFrame has, makes no more than these.
 *
 * @throws `encoder-decode-failed`, whatever the table threw: one that decodes late fails late.
 */
export function firstRows(table: Table, count: number): FirstRows {
  try {
    const given = hasHead(table) ? table.head(count) : table;
    const head = isTable(given) ? given : table;
    return { rows: head.rows().slice(0, count), levels: readLevels(head, count) };
  } catch (error) {
    if (isScrapbookError(error)) throw error;
    throw new ScrapbookError("encoder-decode-failed", {
      what: "The rows of the table cannot be read",
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

/** The index, if there is one that is used like a DataFrame's. */
function readLevels(table: Table, count: number): FirstRows["levels"] {
  const { index } = table as Partial<FrameLike>;
  if (typeof index?.toArray !== "function" || !Array.isArray(index.names)) return [];
  const labels = index.toArray().slice(0, count);
  return index.names.map((name, level) => ({
    name: name === null || name === undefined ? "" : String(name),
    labels:
      index.names.length === 1
        ? labels
        : labels.map((label) => (Array.isArray(label) ? label[level] : label)),
  }));
}

function hasHead(table: Table): table is Table & Pick<FrameLike, "head"> {
  return typeof (table as Partial<FrameLike>).head === "function";
}
