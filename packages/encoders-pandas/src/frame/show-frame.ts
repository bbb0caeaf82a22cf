import type { FrameIndex } from "./frame-index.ts";
import type { Series } from "./series.ts";
import { cellText, unreadable } from "./show.ts";

/** What is looked at of a frame. */
interface ShownFrame {
  readonly series: readonly Series[];
  readonly keys: readonly string[];
  readonly index: FrameIndex;
  readonly length: number;
}

/** A frame of more rows shows its first and its last ones. */
const mostRows = 10;
const mostColumns = { text: 10, html: 20 };

/** A table of texts: names, dtypes, then rows. */
interface Grid {
  readonly columns: readonly GridColumn[];
  /** How many of the columns are the index's. */
  readonly levels: number;
  /** The row that stands for those left out; undefined where all are shown. */
  readonly gap: number | undefined;
}

interface GridColumn {
  readonly name: string;
  readonly dtype: string;
  readonly texts: readonly string[];
  readonly isNumeric: boolean;
}

/** The frame in a few lines, with the dtypes: what consoles show of it. */
export function frameText(frame: ShownFrame): string {
  const { columns, gap } = gridOf(frame, mostColumns.text);
  const aligned = columns.map(({ name, dtype, texts, isNumeric }) => {
    const all = [name, dtype, ...texts];
    const width = all.reduce((most, text) => Math.max(most, [...text].length), 0);
    return all.map((text) => {
      const space = " ".repeat(width - [...text].length);
      return isNumeric ? space + text : text + space;
    });
  });
  const lines = Array.from({ length: aligned[0]?.length ?? 0 }, (_, i) =>
    aligned
      .map((texts) => texts[i])
      .join("  ")
      .trimEnd(),
  );
  if (gap !== undefined) lines.splice(gap + 2, 0, "…");
  return [`DataFrame of ${sizeOf(frame)}`, ...lines].join("\n");
}

/** The same as a table of HTML. All text is escaped. */
export function frameHtml(frame: ShownFrame): string {
  const { columns, levels, gap } = gridOf(frame, mostColumns.html);
  const row = (tag: "td" | "th", text: (column: GridColumn) => string | undefined) => {
    const cells = columns.map((column, i) => {
      const name = i < levels ? "th" : tag;
      return `<${name}>${escaped(text(column) ?? "")}</${name}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  };
  const height = columns[0]?.texts.length ?? 0;
  const rows = Array.from({ length: height }, (_, i) => row("td", ({ texts }) => texts[i]));
  if (gap !== undefined)
    rows.splice(
      gap,
      0,
      row("td", () => "…"),
    );
  const head = row("th", ({ name }) => name) + row("th", ({ dtype }) => dtype);
  return (
    `<table border="1" class="dataframe"><thead>${head}</thead><tbody>${rows.join("")}</tbody>` +
    `</table><p>${sizeOf(frame)}</p>`
  );
}

function gridOf({ series, keys, index, length }: ShownFrame, most: number): Grid {
  const half = mostRows / 2;
  const isLong = length > mostRows;
  const rows = Array.from({ length: isLong ? mostRows : length }, (_, i) =>
    isLong && i >= half ? length - mostRows + i : i,
  );
  const column = (one: Series, name: string, dtype: string): GridColumn => {
    const cells = rows.map((row) => (one.error === undefined ? one.at(row) : unreadable));
    return {
      name: cellText(name),
      dtype,
      texts: cells.map((cell) => cellText(cell ?? null)),
      isNumeric: cells.every((cell) => cell === null || /number|bigint/.test(typeof cell)),
    };
  };
  const labels = index.levels.map((level) =>
    column(level, level.name === null ? "" : String(level.name), index.range ? "" : level.dtype),
  );
  const shown = series.slice(0, most).map((one, i) => column(one, keys[i] ?? "", one.dtype));
  if (series.length > most) {
    shown.push({ name: "…", dtype: "", texts: rows.map(() => "…"), isNumeric: false });
  }
  return {
    columns: [...labels, ...shown],
    levels: labels.length,
    gap: isLong ? half : undefined,
  };
}

const sizeOf = ({ length, series }: ShownFrame): string =>
  `${counted(length, "row")} × ${counted(series.length, "column")}`;

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
