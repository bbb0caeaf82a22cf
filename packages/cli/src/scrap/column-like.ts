import { isScrapbookError } from "@scrapbook/core";
import {
  type Cell,
  type ColumnInput,
  createDataFrame,
  type Dtype,
  type Series,
} from "@scrapbook/encoders-pandas";
import { integerOf, numberOf, truthOf, typedColumn } from "./csv-column.ts";

/** A column as it was, and how CSV shows its values. */
export interface KnownColumn {
  readonly series: Series;
  readonly texts: readonly string[];
}

/**
 * A column of texts with the dtype of the column that it was. A text that stood there means the value
 * that it stood for, to the last digit.
 *
 * @param rowsBefore for each text the row that it was, where that is known.
 * @returns `undefined` where a text is no value of that dtype.
 */
export function columnLike(
  { series, texts: before }: KnownColumn,
  texts: readonly string[],
  rowsBefore: readonly (number | undefined)[],
): Series | undefined {
  const isSame = texts.length === before.length && texts.every((text, i) => text === before[i]);
  if (isSame) return series;
  const cells = series.toArray({ integers: "bigint", times: "raw" });
  const known = new Map(before.map((text, row) => [text, cells[row] ?? null] as const).reverse());
  const values: (Cell | undefined)[] = texts.map((text, i) => {
    const row = rowsBefore[i];
    if (row !== undefined && before[row] === text) return cells[row];
    return known.has(text) ? known.get(text) : meaningOf(text, series);
  });
  if (values.includes(undefined)) return undefined;
  return (
    seriesOf(values as Cell[], dtypeOf(series, texts)) ??
    // Lists and the like have no dtype of their own: their values tell.
    (texts.every((text) => known.has(text)) ? seriesOf(values as Cell[]) : undefined)
  );
}

/** A column of texts with the types that CSV has. */
export const columnOf = (texts: readonly string[]): Series =>
  createDataFrame({ columns: { column: typedColumn(texts) } }).series[0] as Series;

function seriesOf(column: ColumnInput, dtype?: Dtype): Series | undefined {
  try {
    return createDataFrame({
      columns: { column },
      ...(dtype !== undefined && { dtypes: { column: dtype } }),
    }).series[0];
  } catch (error) {
    if (isScrapbookError(error)) return undefined;
    throw error;
  }
}

/** Arrow's numbers for types. */
const arrow = { int: 2, float: 3, bytes: 4, bool: 6, decimal: 7, day: 8, clock: 9, duration: 18 };

/** What a text that was not there before means in a column; undefined where it means nothing. */
function meaningOf(text: string, { arrowType, dtype }: Series): Cell | undefined {
  if (text === "") return null;
  switch (arrowType.typeId) {
    case arrow.int:
      return dtype.startsWith("period") ? text : integerOf(text);
    case arrow.float:
      return numberOf(text);
    case arrow.bool:
      return truthOf(text);
    case arrow.bytes:
      return undefined;
    case arrow.duration:
      return isoDuration(text);
    default:
      return text;
  }
}

/** `1 days 02:03:04.5`, as pandas writes it, in ISO 8601. */
function isoDuration(text: string): string {
  const [, days, hours = "0", minutes = "0", seconds = "0"] =
    /^(\d+) days?(?: (\d\d):(\d\d):(\d\d(?:\.\d{1,9})?))?$/.exec(text) ?? [];
  return days === undefined ? text : `P${days}DT${hours}H${minutes}M${seconds}S`;
}

/** A dtype that says all: what pandas calls `object` is days, times of day, decimals, bytes or text. */
function dtypeOf(series: Series, texts: readonly string[]): Dtype {
  const { arrowType, dtype } = series;
  if (dtype === "category") {
    const { categories = [], ordered = false } = series.toValues();
    const own = categories as readonly string[];
    // A category more is no other order, where there is none.
    const more = ordered ? [] : texts.filter((text) => text !== "" && !own.includes(text));
    return { categories: [...new Set([...own, ...more])], ordered };
  }
  if (dtype !== "object") return dtype;
  if (arrowType.typeId === arrow.decimal) {
    const { precision, scale } = arrowType as unknown as { precision: number; scale: number };
    return `decimal(${precision}, ${scale})`;
  }
  const named = { [arrow.day]: "date", [arrow.clock]: "time", [arrow.bytes]: "bytes" };
  return named[arrowType.typeId] ?? "object";
}
