import type { Table } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderErrorNote } from "../section/note.ts";
import { renderName } from "../visible-text.ts";
import { renderColumn } from "./column.ts";
import { isScalar, type ScrapValue } from "./scrap-value.ts";
import { columnNames, firstRows, tableSize } from "./table.ts";

const shownRows = 10;
const shownColumns = 30;

/** The first rows and columns of a table, and how many there are. */
export function renderTablePreview(table: Table, label: string): SafeHtml {
  const read = attempt(() => firstRows(table, shownRows));
  if (!read.ok) return renderErrorNote(read.error);
  const columns = columnNames(table).slice(0, shownColumns);
  const rendered = columns.map((column) => ({
    name: column,
    ...renderColumn(read.value.map((row) => readCell(row, column))),
  }));
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table class="data">
<caption>${extent(table)}</caption>
<thead><tr>${rendered.map(
    ({ name, isNumeric }) =>
      html`<th scope="col"${isNumeric && html` class="number"`}>${renderName(name)}</th>`,
  )}</tr></thead>
<tbody>${read.value.map(
    (_row, index) => html`
<tr>${rendered.map(({ cells }) => cells[index])}</tr>`,
  )}
</tbody></table></div>`;
}

function extent(table: Table): string {
  const parts = [tableSize(table)];
  if (table.length > shownRows) parts.push(`the first ${shownRows} rows`);
  if (table.columns.length > shownColumns) parts.push(`the first ${shownColumns} columns`);
  return parts.join(", ");
}

function readCell(row: Record<string, unknown>, column: string): ScrapValue | undefined {
  const value = Object.hasOwn(row, column) ? row[column] : undefined;
  if (value === undefined) return undefined;
  if (!isScalar(value)) return { kind: "json", value };
  return { kind: "scalar", value, text: value === null ? "" : String(value) };
}
