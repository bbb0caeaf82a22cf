import { type Cell, cellText, type Rows } from "./rows.ts";

/**
 * CSV as pandas writes it: lines end in LF, quotes where needed. A text that a spreadsheet would run as a formula gets
 * an apostrophe in front, which spreadsheets do not show; numbers are left as they are.
 */
export function csvText({ columns, rows }: Rows): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

/**
 * A DataFrame's CSV, in which no text is a formula to a spreadsheet. Numbers, infinities and durations,
 * as pandas writes them, stay as they are.
 */
export function withoutFormulas(csv: string): string {
  return csv.replace(
    /("(?:[^"]|"")*"|[^",\n]*)([,\n]|$)/g,
    (_whole, field: string, end: string) => {
      const text = field.startsWith('"') ? field.slice(1) : field;
      if (!formula.test(text) || harmless.test(text)) return field + end;
      return `${field.slice(0, field.length - text.length)}'${text}${end}`;
    },
  );
}

const formula = /^[=+\-@\t\r]/;
const harmless = /^[+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|\d+ days(?: [+-]?[\d:.]+)?)$/i;

function field(cell: Cell): string {
  const text = typeof cell === "string" && formula.test(cell) ? `'${cell}` : cellText(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
