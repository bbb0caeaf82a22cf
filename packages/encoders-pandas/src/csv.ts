import { aBoolean, aText, checkOptions, type OptionRules } from "@scrapbook/core/internal";
import type { Cell } from "./frame/cell.ts";
import { checkFrame, type DataFrame } from "./frame/data-frame.ts";
import type { Series } from "./frame/series.ts";
import { isTuple, type Label } from "./metadata/label.ts";
import { pythonString } from "./metadata/python-repr.ts";
import { pythonTexts, rawCells } from "./text/python-text.ts";

/** Options of {@link toCSV}, named as `DataFrame.to_csv` names them. */
export interface CSVOptions {
  /** Whether each line begins with its index. Default true. */
  readonly index?: boolean | undefined;
  /** Whether the first line has the columns' names. Default true. */
  readonly header?: boolean | undefined;
  /** Default `,`. */
  readonly separator?: string | undefined;
  /** What stands where there is no value. Default nothing. */
  readonly missing?: string | undefined;
  /** Default `\n`. */
  readonly lineEnd?: string | undefined;
}

const rules: OptionRules = {
  index: aBoolean,
  header: aBoolean,
  separator: aText,
  missing: aText,
  lineEnd: aText,
};

/**
 * The frame as CSV, as `DataFrame.to_csv()` writes it: all digits of floats and times, `True` and
 * `False`, text in quotes where it must be. Lists are written with commas, where numpy has spaces.
 */
export function toCSV(frame: DataFrame, options: CSVOptions = {}): string {
  checkFrame("toCSV", frame);
  checkOptions("toCSV", options, rules);
  const { index = true, header = true, separator = ",", missing = "", lineEnd = "\n" } = options;
  const levels = index ? frame.index.levels : [];
  const columns = [...levels, ...frame.series].map((series) => columnTexts(series, missing));
  const lines = header ? headerLines(frame, levels) : [];
  for (let row = 0; row < frame.length; row++) {
    lines.push(columns.map((texts) => texts[row] as string));
  }
  const field = quoter(separator, lineEnd);
  const line = (texts: readonly string[]) =>
    // A line of one empty text would be no line.
    (texts.length <= 1 && (texts[0] ?? "") === "" ? '""' : texts.map(field).join(separator)) +
    lineEnd;
  return lines.map(line).join("");
}

function columnTexts(series: Series, missing: string): string[] {
  const periods = series.dtype.startsWith("period") ? ({ integers: "bigint" } as const) : rawCells;
  const cells = series.toArray(periods);
  const text = pythonTexts(series, cells);
  return cells.map((cell: Cell) => (cell === null || Number.isNaN(cell) ? missing : text(cell)));
}

/** One line, or, for columns of several levels, a line each and one for the names of the index. */
function headerLines(frame: DataFrame, levels: readonly Series[]): string[][] {
  const names = levels.map(({ name }) => (name === null ? "" : pythonString(name)));
  const depth = frame.columnLevels.length;
  if (depth < 2) return [[...names, ...frame.keys]];
  const lines = frame.columnLevels.map(({ name }, level) => [
    ...levels.map((_, i) => (i === 0 && name !== null ? String(name) : "")),
    ...frame.columns.map((label) => pythonString(partOf(label, level))),
  ]);
  if (names.some((name) => name !== "")) lines.push([...names, ...frame.columns.map(() => "")]);
  return lines;
}

const partOf = (label: Label, level: number): Label =>
  isTuple(label) ? (label[level] ?? "") : level === 0 ? label : "";

function quoter(separator: string, lineEnd: string): (text: string) => string {
  const special = new Set(['"', "\n", "\r", ...separator, ...lineEnd]);
  return (text) =>
    [...special].some((character) => text.includes(character))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
}
