import { visible } from "../text/visible.ts";
import { cellText, type Rows } from "./rows.ts";

/** A Markdown table. Names and values of notebooks stay text: nothing in them is markup. */
export function markdownText({ columns, numeric, rows }: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = columns.map((name) => (numeric?.has(name) ? "---:" : "---"));
  return [
    line(columns.map(escapedMarkdown)),
    line(rule),
    ...rows.map((row) => line(row.map((cell) => escapedMarkdown(cellText(cell))))),
    "",
  ].join("\n");
}

/** Text in which Markdown and HTML find nothing to do. */
export function escapedMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~$^=:-]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
