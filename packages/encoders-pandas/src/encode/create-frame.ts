import { ScrapbookError } from "@scrapbook/core";
import { wrongArgument } from "@scrapbook/core/internal";
import { alignBatches } from "../arrow/align.ts";
import { field } from "../arrow/type.ts";
import { readFrame } from "../decode/frame.ts";
import { ownEngine } from "../engine/engine-source.ts";
import { DataFrame, isDataFrame } from "../frame/data-frame.ts";
import { rangeLength } from "../frame/frame-index.ts";
import type { Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { toParquet } from "../parquet.ts";
import { checkDtypes, checkFrameInput, checkRows } from "./check-input.ts";
import { writtenLabels } from "./column-labels.ts";
import { isSeries } from "./column-source.ts";
import { type CreatedColumn, createColumn } from "./create-column.ts";
import { type CreatedIndex, createIndex } from "./create-index.ts";
import { type ColumnInput, columnsOfRows, type FrameInput, type RowsInput } from "./frame-input.ts";
import { pandasMetadata } from "./pandas-metadata.ts";

/**
 * A DataFrame of columns, of rows, or of another frame. What pandas reads of it has these dtypes,
 * this index and these attrs; what it could not restore is refused. SPEC §4.5.
 *
 * ```ts
 * createDataFrame({
 *   columns: { symbol: ["AAA", "BBB"], close: [1.5, 2], volume: [10, 20] },
 *   dtypes: { volume: "int64", symbol: { categories: ["AAA", "BBB"] } },
 *   index: { name: "day", values: ["2024-01-02", "2024-01-03"], dtype: "datetime64[ns]" },
 * });
 * createDataFrame({ columns: { c: prices.column("close") }, index: prices.index });
 * ```
 *
 * @throws `usage-argument` for what is no columns, no rows and no index, and for columns of different
 * lengths; `encoder-unsupported` for dtypes, labels and values that cannot be written exactly.
 */
export function createDataFrame(input: FrameInput | RowsInput | DataFrame): DataFrame {
  if (isDataFrame(input)) return createDataFrame(partsOf(input));
  if (Array.isArray(input)) checkRows(input);
  const rows = Array.isArray(input) ? input.length : 0;
  const frame: unknown = Array.isArray(input) ? { columns: columnsOfRows(input) } : input;
  checkFrameInput(frame);
  const pairs = columnPairs(frame.columns);
  const labels = writtenLabels(
    pairs.map(([label]) => label),
    frame.columnLevels,
  );
  const { fieldNames } = labels;
  const texts = pairs.map(([label]) => pythonString(label));
  checkDtypes(frame.dtypes ?? {}, [...fieldNames, ...texts]);
  const columns = pairs.map(([, values], i) => {
    const fieldName = fieldNames[i] as string;
    const dtype = ownMember(frame.dtypes, fieldName) ?? ownMember(frame.dtypes, texts[i] as string);
    return createColumn(fieldName, fieldName, values, dtype);
  });
  const index = createIndex(frame.index, fieldNames);
  const all = [...columns, ...index.columns];
  const length = rowCount(all, index, rows);
  const metadata = pandasMetadata({
    columns: all,
    index: index.descriptors ?? [{ name: null, start: 0, stop: length, step: 1 }],
    levels: labels.levels,
    attrs: frame.attrs ?? {},
  });
  const fields = all.map((column) => field(column.fieldName, column.type, true, column.metadata));
  const children = alignBatches(all.map(({ column }) => column));
  const table = { schema: { fields, metadata }, children };
  return new DataFrame(readFrame(table, length), { engines: ownEngine, writer: toParquet });
}

/** What a frame is made of, to make another of it. */
export function partsOf(frame: DataFrame): FrameInput & { readonly columns: readonly Pair[] } {
  const { series, index, columnLevels, attrs } = frame;
  return {
    columns: series.map((one): Pair => [one.name, one]),
    index,
    columnLevels: series.length === 0 ? undefined : columnLevels,
    attrs,
  };
}

/** A label and its values. */
export type Pair = readonly [label: Label, values: ColumnInput];

/** A column may be called `constructor`. */
const ownMember = <T>(members: Readonly<Record<string, T>> | undefined, name: string) =>
  members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;

function columnPairs(columns: FrameInput["columns"] | DataFrame): Pair[] {
  if (isDataFrame(columns)) return [...partsOf(columns).columns];
  if (!(Symbol.iterator in columns)) return Object.entries(columns);
  return [...columns].map((pair: unknown): Pair => {
    if (isSeries(pair)) return [pair.name, pair];
    if (Array.isArray(pair) && pair.length === 2) return pair as unknown as Pair;
    throw wrongArgument(
      "Columns that are given as a list are pairs of a label and values, or columns of a frame",
      pair,
      'pairs such as ["close", [1.5, 2.5]]',
      "Rows are given alone: createDataFrame([{ close: 1.5 }]).",
    );
  });
}

function rowCount(
  columns: readonly CreatedColumn[],
  { descriptors }: CreatedIndex,
  rows: number,
): number {
  const [range] = (descriptors ?? []).flatMap((index) =>
    typeof index === "string" ? [] : [index],
  );
  const lengths = columns.map(
    ({ fieldName, column }) =>
      [fieldName, column.data.reduce((sum, { length }) => sum + length, 0)] as const,
  );
  const expected = range === undefined ? (lengths[0]?.[1] ?? rows) : rangeLength(range);
  const other = lengths.find(([, length]) => length !== expected);
  if (other === undefined) return expected;
  throw new ScrapbookError("usage-argument", {
    what: "The frame's columns and its index have different lengths",
    got: `${other[1]} values in ${JSON.stringify(other[0])}`,
    expected: String(expected),
  });
}
