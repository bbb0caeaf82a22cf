import { type JsonValue, ScrapbookError } from "@scrapbook/core";
import { field } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import { readFrame } from "../decode/frame.ts";
import { ownEngine } from "../engine/engine-source.ts";
import { unsupported } from "../failure.ts";
import { DataFrame } from "../frame/data-frame.ts";
import { rangeLength } from "../frame/frame-index.ts";
import type { Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { categoryColumn } from "./category.ts";
import { cellError } from "./cell-error.ts";
import { writtenLabels } from "./column-labels.ts";
import { type Dtype, type Storage, storageOf } from "./dtype.ts";
import {
  type ColumnInput,
  columnsOfRows,
  type FrameInput,
  type IndexInput,
  type IndexLevelInput,
  type RowsInput,
} from "./frame-input.ts";
import { inferDtype } from "./infer.ts";
import { type DescribedColumn, pandasMetadata } from "./pandas-metadata.ts";
import { createVector } from "./vector.ts";

/**
 * A DataFrame of columns, or of rows. What pandas reads of it has these dtypes, this index and these
 * attrs; what it could not restore is refused. SPEC §4.5.
 *
 * ```ts
 * createDataFrame({
 *   columns: { symbol: ["AAA", "BBB"], close: [1.5, 2], volume: [10, 20] },
 *   dtypes: { volume: "int64", symbol: { categories: ["AAA", "BBB"] } },
 *   index: { name: "day", values: ["2024-01-02", "2024-01-03"], dtype: "datetime64[ns]" },
 * });
 * ```
 *
 * @throws `encoder-unsupported` for dtypes, labels and values that cannot be written exactly,
 * `usage-argument` for columns of different lengths.
 */
export function createDataFrame(input: FrameInput | RowsInput): DataFrame {
  const frame: FrameInput = isRows(input) ? { columns: columnsOfRows(input) } : input;
  const pairs = columnPairs(frame.columns);
  const labels = writtenLabels(
    pairs.map(([label]) => label),
    frame.columnLevels,
  );
  const { fieldNames } = labels;
  const columns = pairs.map(([label, values], i) => {
    const fieldName = fieldNames[i] as string;
    const dtype =
      ownMember(frame.dtypes, fieldName) ?? ownMember(frame.dtypes, pythonString(label));
    return createColumn(fieldName, fieldName, values, dtype);
  });
  const index = createIndex(frame.index, fieldNames);
  const rows = rowCount(
    [...columns, ...index.columns],
    frame.index,
    isRows(input) ? input.length : 0,
  );
  const all = [...columns, ...index.columns];
  const metadata = pandasMetadata({
    columns: all,
    index: index.descriptors ?? [{ name: null, start: 0, stop: rows, step: 1 }],
    levels: labels.levels,
    attrs: frame.attrs ?? {},
  });
  const fields = all.map(({ fieldName, type, storage }) =>
    field(fieldName, type, true, storage.metadata),
  );
  const table = { schema: { fields, metadata }, children: all.map(({ column }) => column) };
  return new DataFrame(readFrame(table, rows), { engines: ownEngine });
}

const isRows = (input: FrameInput | RowsInput): input is RowsInput => Array.isArray(input);

/** A column may be called `constructor`. */
const ownMember = (dtypes: FrameInput["dtypes"], name: string): Dtype | undefined =>
  dtypes !== undefined && Object.hasOwn(dtypes, name) ? dtypes[name] : undefined;

function columnPairs(columns: FrameInput["columns"]): (readonly [Label, ColumnInput])[] {
  return Symbol.iterator in columns
    ? [...(columns as Iterable<readonly [Label, ColumnInput]>)]
    : Object.entries(columns);
}

interface CreatedColumn extends DescribedColumn {
  readonly column: ArrowColumn;
  readonly storage: Storage;
}

function createColumn(
  name: JsonValue,
  fieldName: string,
  values: ColumnInput,
  given: Dtype | undefined,
): CreatedColumn {
  const dtype = given ?? inferDtype(fieldName, values);
  const storage = storageOf(dtype);
  const place = { column: fieldName, dtype: dtypeName(dtype) };
  if (storage === undefined) {
    throw unsupported({
      what: `The column ${JSON.stringify(fieldName)} cannot be written as ${place.dtype}`,
      expected: "a dtype that Parquet and pandas keep: see createDataFrame in the reference",
    });
  }
  if (!storage.hasMissing) refuseMissing(values, place);
  const { categories, type } = storage;
  const column: ArrowColumn =
    categories === undefined
      ? { type, data: [createVector(type, values, place)] }
      : categoryColumn(storage, values, place, dtype !== "category");
  return {
    name,
    fieldName,
    type: column.type,
    numpyType: storage.numpyType,
    categories: column.data[0]?.dictionary?.data[0]?.length,
    column,
    storage,
  };
}

const dtypeName = (dtype: Dtype): string =>
  typeof dtype === "string" ? dtype : "categories" in dtype ? "category" : JSON.stringify(dtype);

function refuseMissing(values: ColumnInput, place: { column: string; dtype: string }): void {
  for (let row = 0; row < values.length; row++) {
    if (values[row] === null || values[row] === undefined) {
      throw cellError(
        place,
        row,
        values[row],
        "no missing values: name the dtype Int64, Float64, boolean or another that has them",
      );
    }
  }
}

interface CreatedIndex {
  readonly columns: readonly CreatedColumn[];
  /** Undefined where the rows are counted from 0. */
  readonly descriptors: Parameters<typeof pandasMetadata>[0]["index"] | undefined;
}

function createIndex(input: IndexInput | undefined, taken: readonly string[]): CreatedIndex {
  if (input === undefined) return { columns: [], descriptors: undefined };
  if ("start" in input) {
    const { start, stop, step } = input;
    if (![start, stop, step].every(Number.isSafeInteger) || step === 0) {
      throw new ScrapbookError("usage-argument", {
        what: "A range index has integers, and a step that is not 0",
        got: `${start}, ${stop}, ${step}`,
      });
    }
    return { columns: [], descriptors: [{ name: input.name ?? null, start, stop, step }] };
  }
  const levels: readonly IndexLevelInput[] = "levels" in input ? input.levels : [input];
  const names = [...taken];
  const columns = levels.map(({ name = null, values, dtype }, i) => {
    const fieldName = levelField(name, i, names);
    names.push(fieldName);
    return createColumn(name, fieldName, values, dtype);
  });
  return { columns, descriptors: columns.map(({ fieldName }) => fieldName) };
}

/** pyarrow's rule: a level without a name, or with a column's name, gets one of its own. */
function levelField(name: string | null, level: number, taken: readonly string[]): string {
  if (name !== null && !taken.includes(name)) return name;
  let number = level;
  while (taken.includes(`__index_level_${number}__`)) number++;
  return `__index_level_${number}__`;
}

function rowCount(
  columns: readonly CreatedColumn[],
  index: IndexInput | undefined,
  rows: number,
): number {
  const range = index !== undefined && "start" in index ? rangeLength(index) : undefined;
  const lengths = columns.map(
    ({ fieldName, column }) => [fieldName, column.data[0]?.length ?? 0] as const,
  );
  const expected = range ?? lengths[0]?.[1] ?? rows;
  const other = lengths.find(([, length]) => length !== expected);
  if (other === undefined) return expected;
  throw new ScrapbookError("usage-argument", {
    what: "The frame's columns and its index have different lengths",
    got: `${other[1]} values in ${JSON.stringify(other[0])}`,
    expected: String(expected),
  });
}
