import { escapeMarkup } from "./escape.ts";
import type { SupportCell, SupportRow, SupportTable } from "./support-table.ts";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid #8888; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
th code { font-weight: 600; }
th small { display: block; font-weight: 400; }
.good { background: #2e7d3222; }
.part { background: #c98d0022; }
.bad { background: #b3261e22; }
small { overflow-wrap: anywhere; }
`.trim();

/** A support table as one page that needs nothing else: no script, no font, no picture. */
export function formatHtml({ columns, sections }: SupportTable): string {
  const title = "Support for the scrapbook protocol";
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${style}\n</style>`,
    "</head>",
    "<body>",
    `<h1>${title}</h1>`,
    ...sections.map(({ title, rows }) => formatSection(title, columns, rows)),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function formatSection(
  title: string,
  columns: readonly string[],
  rows: readonly SupportRow[],
): string {
  const heading = `<h2>${escapeMarkup(title)}</h2>`;
  if (rows.length === 0) return `${heading}\n<p>None.</p>`;
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join("");
  return [
    heading,
    '<div class="wide" tabindex="0">',
    "<table>",
    `<thead><tr><td></td>${head}</tr></thead>`,
    "<tbody>",
    ...rows.map(formatRow),
    "</tbody>",
    "</table>",
    "</div>",
  ].join("\n");
}

function formatRow({ name, description, cells }: SupportRow): string {
  const head =
    description === undefined
      ? escapeMarkup(name)
      : `<code>${escapeMarkup(name)}</code><small>${escapeMarkup(description)}</small>`;
  return `<tr><th scope="row">${head}</th>${cells.map(formatCell).join("")}</tr>`;
}

function formatCell({ state, text, hint = "" }: SupportCell): string {
  const why = hint === "" ? "" : `<br><small>${escapeMarkup(hint)}</small>`;
  return `<td class="${state}">${escapeMarkup(text)}${why}</td>`;
}
