import { escapeCell } from "./escape.ts";
import type { SupportRow, SupportTable } from "./support-table.ts";

const marks = { good: "✓", part: "◐", bad: "✗", none: "–" } as const;

/** A support table as Markdown. The marks stand beside words: nothing is told by a mark alone. */
export function formatMarkdown({ columns, sections }: SupportTable): string {
  const parts = sections.map(({ title, rows }) =>
    rows.length === 0
      ? `## ${title}\n\nNone.`
      : [
          `## ${title}\n`,
          formatRow(["", ...columns]),
          formatRow(["---", ...columns.map(() => "---")]),
          ...rows.map(formatSupportRow),
        ].join("\n"),
  );
  return `# Support for the scrapbook protocol\n\n${parts.join("\n\n")}\n`;
}

function formatSupportRow({ name, description, cells }: SupportRow): string {
  const head = description === undefined ? name : `\`${name}\` ${escapeCell(description)}`;
  const shown = cells.map(({ state, text, hint }) => {
    const mark = text === marks[state] ? text : `${marks[state]} ${text}`;
    return hint === undefined || hint === "" ? mark : `${mark}: ${escapeCell(hint)}`;
  });
  return formatRow([head, ...shown]);
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
