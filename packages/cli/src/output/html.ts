import { visible } from "../text/visible.ts";
import { cellText, type Rows } from "./rows.ts";

/** An HTML table, to be put into a page: text alone, no script, no style. */
export function htmlText({ columns, numeric, rows }: Rows): string {
  const align = (index: number) => (numeric?.has(columns[index] ?? "") ? ' align="right"' : "");
  const head = columns.map((name) => `<th>${escaped(name)}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${align(index)}>${escaped(cellText(cell))}</td>`).join("")}</tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n`;
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
