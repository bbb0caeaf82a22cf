import type { Paint } from "../text/paint.ts";
import { visible } from "../text/visible.ts";
import { fit, width } from "../text/width.ts";
import { fitColumns, gap } from "./fit-columns.ts";
import { type Cell, cellText, type Rows } from "./rows.ts";

/** What a table is, besides its rows. */
export type TableShape = Omit<Rows, "rows">;

/** A row's cells as they are shown, in one string: of many rows little is held. */
export const packRow = (row: readonly Cell[]): string =>
  row.map((cell) => visible(cellText(cell))).join(between);

/** Stands in no cell: {@link visible} shows it as another character. */
const between = "\0";

/** So many rows are written at once. */
const pieceRows = 1000;

/**
 * A table for a person: columns side by side, headings dim. On a terminal it is cut to its width:
 * columns that can be spared are left out, and then the widest are cut.
 *
 * @param columns how wide the terminal is; `undefined` cuts nothing, for what is piped on.
 */
export function tableText(table: Rows, columns: number | undefined, paint: Paint): string {
  return [...tablePieces(table, table.rows.map(packRow), columns, paint)].join("");
}

/** The same of rows by {@link packRow}, in pieces of whole lines. */
export function* tablePieces(
  table: TableShape,
  rows: readonly string[],
  columns: number | undefined,
  paint: Paint,
): Generator<string> {
  const heads = table.columns.map((name) => visible(name));
  const wanted = widest(heads, rows);
  const spare = (table.spare ?? []).map((name) => table.columns.indexOf(name));
  const widths = columns === undefined ? wanted : fitColumns(wanted, spare, columns);
  const line = (cells: readonly string[], style: Parameters<Paint>[0] | undefined) =>
    cells
      .flatMap((cell, index) => {
        const room = widths[index];
        if (room === undefined) return [];
        const shown = fit(cell, room);
        const padding = " ".repeat(room - width(shown));
        const isRight = table.numeric?.has(table.columns[index] ?? "");
        const painted = style === undefined || shown === "" ? shown : paint(style, shown);
        return [isRight ? padding + painted : painted + padding];
      })
      .join(" ".repeat(gap))
      .trimEnd();
  yield `${line(heads, "dim")}\n`;
  for (let from = 0; from < rows.length; from += pieceRows) {
    const lines = rows
      .slice(from, from + pieceRows)
      .map((row, index) => line(row.split(between), table.styles?.[from + index]));
    yield `${lines.join("\n")}\n`;
  }
  yield leftOut(heads, widths, table, paint);
}

/** How wide each column is in full. */
function widest(heads: readonly string[], rows: readonly string[]): number[] {
  const widths = heads.map(width);
  for (const row of rows) {
    for (const [index, cell] of row.split(between).entries()) {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    }
  }
  return widths;
}

/** A last line that names what there was no room for, where the table is asked to. */
function leftOut(
  heads: readonly string[],
  widths: readonly (number | undefined)[],
  { note }: TableShape,
  paint: Paint,
): string {
  const names = heads.filter((_, index) => widths[index] === undefined);
  if (names.length === 0 || note === undefined) return "";
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");
  return `${paint("dim", `${names.length} more ${names.length === 1 ? "column" : "columns"}: ${shown}. ${note}`)}\n`;
}
