import { type ArrowType, typeId } from "../arrow/type.ts";
import type { Cell } from "../frame/cell.ts";
import type { Series } from "../frame/series.ts";
import { pythonTexts, rawCells } from "../text/python-text.ts";
import { floatTexts, singleFloatText } from "./float-texts.ts";

/**
 * The cells of a column as pandas shows them, not yet of one width.
 *
 * @param rows Those that are shown, which decide how many digits are; all where it is undefined.
 */
export function columnTexts(series: Series, rows?: readonly number[]): string[] {
  const { dtype, error, length } = series;
  if (error !== undefined) return new Array<string>(rows?.length ?? length).fill(" unreadable");
  const isPeriod = dtype.startsWith("period");
  const options = isPeriod ? ({ integers: "bigint" } as const) : rawCells;
  const cells = rows?.map((row) => series.at(row, options) ?? null) ?? series.toArray(options);
  const type = series.arrowType as ArrowType;
  if (/^float(16|32|64)$/.test(dtype)) {
    const numbers = cells.map((cell) => (cell === null ? Number.NaN : Number(cell)));
    return floatTexts(numbers, "NaN");
  }
  const missing = missingText(dtype);
  // Times stand without the space that others have before them.
  const space = /^(datetime64|timedelta64)/.test(dtype) ? "" : " ";
  const text = pythonTexts(series, cells);
  return cells.map((cell: Cell) => {
    // A NaN in a dtype that has missing values is missing, as pandas 3 has it.
    if (cell === null || Number.isNaN(cell)) return space + missing;
    if (type.typeId === typeId.float) return singleFloatText(cell as number);
    if (/^int\d+$/.test(dtype) && Number(cell) < 0) return text(cell);
    return space + escaped(text(cell));
  });
}

/** Line breaks and tabs as Python writes them. */
export const escaped = (text: string): string =>
  text.replace(/[\t\r\n]/g, (character) => escapes[character] as string);

const escapes: Readonly<Record<string, string>> = { "\t": "\\t", "\r": "\\r", "\n": "\\n" };

/** What pandas shows for a missing value of a dtype. */
function missingText(dtype: string): string {
  if (/^(datetime64|timedelta64|period)/.test(dtype)) return "NaT";
  if (/^(U?Int|Float|boolean|string)|\[pyarrow\]$/.test(dtype)) return "<NA>";
  return dtype === "object" || dtype.startsWith("map<") ? "None" : "NaN";
}

/** The labels of an index level: like cells, but without the space that all have before them. */
export function levelTexts(series: Series, rows?: readonly number[]): string[] {
  const texts = columnTexts(series, rows).map((text) => (text === "NaN" ? " NaN" : text));
  return texts.every((text) => text.startsWith(" ")) ? texts.map((text) => text.slice(1)) : texts;
}

/** Whether pandas counts a dtype as numeric: its column's name has a space before it. */
export const isNumeric = (dtype: string): boolean =>
  /^(u?int\d|U?Int\d|float\d|Float\d|bool|(u?int\d+|float|double|halffloat)\[pyarrow\])/.test(
    dtype,
  );
