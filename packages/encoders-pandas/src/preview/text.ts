import { checkOptions } from "@scrapbook/core/internal";
import { checkFrame, type DataFrame } from "../frame/data-frame.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { escaped, levelTexts } from "./column-texts.ts";
import { type Excerpt, excerptOf, type PreviewOptions, previewRules, sparse } from "./excerpt.ts";

/** Longer cells are cut: `display.max_colwidth`. */
const maxWidth = 50;

/**
 * The frame as `print(frame)` shows it in Python, in columns of one width, without the line breaks
 * that pandas makes for narrow terminals.
 */
export function toText(frame: DataFrame, options: PreviewOptions = {}): string {
  checkFrame("toText", frame);
  checkOptions("toText", options, previewRules);
  if (frame.length === 0 || frame.series.length === 0) return emptyText(frame);
  const excerpt = excerptOf(frame, options);
  const columns = [indexColumn(excerpt), ...dataColumns(excerpt)];
  if (excerpt.columnGap !== undefined) {
    const height = columns[0]?.length ?? 0;
    columns.splice(excerpt.columnGap + 1, 0, new Array<string>(height).fill(" ..."));
  }
  const { rows, columns: count } = excerpt.size;
  const isCut = excerpt.rowGap !== undefined || excerpt.columnGap !== undefined;
  return (
    adjoin(withRowGap(columns, excerpt)) + (isCut ? `\n\n[${rows} rows x ${count} columns]` : "")
  );
}

function emptyText({ columns, index }: DataFrame): string {
  const [level] = index.levels;
  const labels = level === undefined ? [] : levelTexts(level);
  return [
    "Empty DataFrame",
    `Columns: [${columns.map(pythonString).join(", ")}]`,
    `Index: [${labels.join(", ")}]`,
  ].join("\n");
}

function indexColumn({ index, indexNames, levelNames, columns }: Excerpt): string[] {
  const depth = columns[0]?.labels.length ?? 1;
  const levels = index.map((texts, i) =>
    leftAligned(cut(indexNames === undefined ? texts : [escaped(indexNames[i] ?? ""), ...texts])),
  );
  const head = levelNames ?? new Array<string>(depth).fill("");
  return [...head, ...adjoin(levels).split("\n")];
}

function dataColumns({ columns, indexNames }: Excerpt): string[][] {
  const depth = columns[0]?.labels.length ?? 1;
  const labels = Array.from({ length: depth }, (_, level) =>
    columns.map((column) => column.labels[level] ?? ""),
  );
  const heads = depth > 1 ? sparse(labels) : labels;
  return columns.map(({ texts, isNumeric }, i) => {
    const space = depth === 1 && isNumeric ? " " : "";
    const head = heads.map((level) => space + escaped(level[i] ?? ""));
    const all = [...head, ...(indexNames === undefined ? [] : [""]), ...cut(texts)];
    return rightAligned(all);
  });
}

/** A row of dots where rows are left out. */
function withRowGap(
  columns: readonly string[][],
  { rowGap, columnGap, index }: Excerpt,
): string[][] {
  if (rowGap === undefined) return [...columns];
  const rows = index[0]?.length ?? 0;
  const header = (columns[0]?.length ?? 0) - rows;
  const gapColumn = columnGap === undefined ? -1 : columnGap + 1;
  return columns.map((texts, i) => {
    // pandas looks at this row to see how wide the column is.
    const width = lengthOf(texts[rowGap] ?? "");
    const dots = width > 3 || i === gapColumn ? "..." : "..";
    const text = i === 0 ? dots.padEnd(width) : dots.padStart(i === gapColumn ? 4 : width);
    return [...texts.slice(0, header + rowGap), text, ...texts.slice(header + rowGap)];
  });
}

const lengthOf = (text: string): number => [...text].length;

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, lengthOf(text)), 0);

function cut(texts: readonly string[]): string[] {
  return texts.map((text) =>
    lengthOf(text) > maxWidth ? `${[...text].slice(0, maxWidth - 3).join("")}...` : text,
  );
}

function leftAligned(texts: readonly string[]): string[] {
  const width = widest(texts);
  return texts.map((text) => text + " ".repeat(width - lengthOf(text)));
}

function rightAligned(texts: readonly string[]): string[] {
  const width = widest(texts);
  return texts.map((text) => " ".repeat(width - lengthOf(text)) + text);
}

/** Columns side by side, a space between them. */
function adjoin(columns: readonly (readonly string[])[]): string {
  const aligned = columns.map((texts, i) => (i < columns.length - 1 ? leftAligned(texts) : texts));
  return (columns[0] ?? [])
    .map((_, row) => aligned.map((texts) => texts[row]).join(" "))
    .join("\n");
}
