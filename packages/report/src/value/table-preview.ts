import type { Table } from "@scrapbook/core";
import { cutText, isScalar, tableSize } from "@scrapbook/core/internal";
import { attempt } from "../attempt.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderErrorNote } from "../note.ts";
import { renderName, visibleText } from "../visible-text.ts";
import { renderColumn } from "./column.ts";
import type { ScrapValue } from "./scrap-value.ts";
import { columnNames, columnType, firstRows } from "./table.ts";
import { renderValue } from "./value.ts";

const shownRows = 10;
const shownColumns = 30;
/** An index's label is cut here. */
const longestLabel = 80;

/** The first rows and columns of a table, and how many there are. */
export function renderTablePreview(table: Table, label: string): SafeHtml {
  const read = attempt(() => firstRows(table, shownRows));
  if (!read.ok) return renderErrorNote(read.error);
  const { rows, levels } = read.value;
  const columns = columnNames(table).slice(0, shownColumns);
  const rendered = columns.map((column) => ({
    name: column,
    type: columnType(table, column),
    ...renderColumn(rows.map((row) => readCell(row, column))),
  }));
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table class="data">
<caption>${extent(table)}</caption>
<thead><tr>${levels.map(({ name }) => html`<th scope="col">${name === "" ? html`<span class="hidden">index</span>` : renderName(name)}</th>`)}${rendered.map(
    ({ name, type, isNumeric }) =>
      html`<th scope="col"${isNumeric && html` class="number"`}>${renderName(name)}${type !== undefined && html`<small>${visibleText(cutText(type, 40))}</small>`}</th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (_row, index) => html`
<tr>${levels.map(({ labels }) => html`<th scope="row">${renderLabel(labels[index])}</th>`)}${rendered.map(({ cells }) => cells[index])}</tr>`,
  )}
</tbody></table></div>`;
}

function renderLabel(label: unknown): SafeHtml {
  const value = toValue(label);
  return value === undefined ? html`` : renderValue(value, longestLabel);
}

function extent(table: Table): string {
  const parts = [tableSize(table)];
  if (table.length > shownRows) parts.push(`the first ${shownRows} rows`);
  if (table.columns.length > shownColumns) parts.push(`the first ${shownColumns} columns`);
  return parts.join(", ");
}

function readCell(row: Record<string, unknown>, column: string): ScrapValue | undefined {
  return toValue(Object.hasOwn(row, column) ? row[column] : undefined);
}

function toValue(value: unknown): ScrapValue | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? "NaT" : value.toISOString();
    return { kind: "scalar", value: text, text: timeText(text) };
  }
  if (!isScalar(value)) return { kind: "json", value };
  const text = value === null ? "" : String(value);
  return { kind: "scalar", value, text: typeof value === "string" ? timeText(text) : text };
}

/** A day without its midnight and a time without its `T`, as pandas prints them; other text as it is. */
function timeText(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z?$/.exec(text) ?? [];
  if (day === undefined || time === undefined) return text;
  return /^[0:.]+$/.test(time) ? day : `${day} ${time.replace(/\.0+$/, "")}`;
}
