import { type JsonObject, ScrapbookError, type Table } from "@scrapbook/core";
import { checkOptions, wrongArgument } from "@scrapbook/core/internal";
import type { EngineSource } from "../engine/engine-source.ts";
import type { ColumnLevel } from "../metadata/column-labels.ts";
import { isSameLabel, type Label } from "../metadata/label.ts";
import type { Cell } from "./cell.ts";
import type { FrameColumn, FrameData } from "./frame-data.ts";
import type { FrameIndex } from "./frame-index.ts";
import type { CellOptions } from "./integer-cell.ts";
import { type JsonCell, jsonCell } from "./json-cell.ts";
import { cellRules, rowRules } from "./option-rules.ts";
import { record } from "./record.ts";
import { checkLabels, selectColumns } from "./select.ts";
import type { Series } from "./series.ts";
import { showAs } from "./show.ts";
import { frameHtml, frameText } from "./show-frame.ts";
import { checkPlace, sliceFrame } from "./slice.ts";
import type { ArrayOf, CellOf } from "./typed-dtype.ts";
import type { ColumnValues } from "./typed-values.ts";

const brand = "scrapbook.dataframe.v1" as const;

/** Options of {@link DataFrame.rows}. */
export interface RowOptions extends CellOptions {
  /**
   * Whether each row begins with its index, under the names of the index's levels; a level without
   * a name is `index`, or `level_0` and so on, as `reset_index()` has it. Default false.
   */
  readonly index?: boolean | undefined;
}

/** Makes a frame's Parquet file: `toParquet` of `@scrapbook/encoders-pandas/parquet`. */
export type ParquetWriter = (frame: DataFrame) => Uint8Array<ArrayBuffer>;

/** What a frame may bring along when it is made. */
export interface FrameOrigin {
  /** Writes its Parquet file, and is loaded by then. */
  readonly engines: EngineSource;
  /** Frames that were made here bring what writes them; reading frames bundles no writing. */
  readonly writer?: ParquetWriter | undefined;
  /** Gives the bytes it was read from. */
  readonly stored?: (() => Uint8Array<ArrayBuffer>) | undefined;
}

/**
 * A pandas DataFrame: the columns as Arrow has them, and the layer that pandas lays over it. It is
 * never changed; {@link head} and {@link slice} give new ones that share its values. It is iterated
 * row by row. `structuredClone` copies its properties, `JSON.stringify` its rows. SPEC §4.5.
 */
export class DataFrame implements Table, Iterable<Record<string, Cell>> {
  readonly #data: FrameData;
  readonly #origin: FrameOrigin;
  /** The labels of the columns: text, numbers, or a list of labels a column in a MultiIndex. */
  readonly columns: readonly Label[];
  /** The names of the columns in {@link rows} and {@link toColumns}: their labels as pandas writes them. */
  readonly keys: readonly string[];
  /** The columns, in order. */
  readonly series: readonly Series[];
  /** The levels of the column labels: one, or those of a MultiIndex. */
  readonly columnLevels: readonly ColumnLevel[];
  /** The labels of the rows. */
  readonly index: FrameIndex;
  /** What pandas calls the columns' types, by key. */
  readonly dtypes: Readonly<Record<string, string>>;
  /** `DataFrame.attrs`. */
  readonly attrs: JsonObject;
  /** How many rows there are. */
  readonly length: number;

  /** @internal Frames come from scraps and from `createDataFrame`. */
  constructor(data: FrameData, origin: FrameOrigin) {
    this.#data = data;
    this.#origin = origin;
    const { columns } = data;
    this.series = columns.map(({ series }) => series);
    this.columns = this.series.map(({ name }) => name);
    this.keys = columns.map(({ key }) => key);
    this.columnLevels = data.columnLevels;
    this.index = data.index;
    this.dtypes = byKey(columns, ({ series }) => series.dtype);
    this.attrs = data.attrs;
    this.length = data.length;
    showAs(this, () => frameText(this));
    // Deno's kernel and others show what this gives.
    const bundle = {
      value: () => ({ "text/plain": frameText(this), "text/html": frameHtml(this) }),
    };
    Object.defineProperty(this, Symbol.for("Jupyter.display"), bundle);
  }

  /**
   * Marks the class across copies of this package; see {@link isDataFrame}. A copy of the values by
   * `structuredClone` is not marked.
   */
  get "scrapbook.dataframe.v1"(): true {
    return true;
  }

  /**
   * The column with this label, or with this key. Where its dtype is given, it must have it, and its
   * values have their types: `frame.column("close", "float64").toValues().values` is a `Float64Array`.
   *
   * @throws `usage-argument` when there is none, or it has another dtype.
   */
  column<T extends Cell = Cell>(label: Label): Series<T>;
  column<D extends string>(label: Label, dtype: D): Series<CellOf<D>, ArrayOf<D>>;
  column(label: Label, dtype?: string): Series {
    const { series, key } = this.#column(label);
    if (dtype === undefined || series.dtype === dtype) return series;
    throw new ScrapbookError("usage-argument", {
      what: `The column ${JSON.stringify(key)} has another dtype`,
      got: series.dtype,
      expected: dtype,
    });
  }

  #column(label: Label): FrameColumn {
    const { columns } = this.#data;
    const found =
      columns.find(({ series }) => isSameLabel(series.name, label)) ??
      columns.find(({ key }) => key === label);
    if (found !== undefined) return found;
    throw new ScrapbookError("usage-argument", {
      what: "The frame has no such column",
      got: JSON.stringify(typeof label === "bigint" ? String(label) : label),
      expected: `one of ${this.keys.map((key) => JSON.stringify(key)).join(", ")}`,
    });
  }

  /**
   * The columns with these labels or keys, in this order, under the same index: `frame[[…]]` in pandas.
   *
   * @throws `usage-argument` for a column that is not there, or is named twice.
   */
  select(labels: readonly Label[]): DataFrame {
    checkLabels("frame.select", labels);
    return this.#selected(labels.map((label) => this.#column(label)));
  }

  /**
   * The other columns: `frame.drop(columns=[…])` in pandas.
   *
   * @throws `usage-argument` for a column that is not there.
   */
  drop(labels: readonly Label[]): DataFrame {
    checkLabels("frame.drop", labels);
    const dropped = new Set(labels.map((label) => this.#column(label)));
    return this.#selected(this.#data.columns.filter((column) => !dropped.has(column)));
  }

  #selected(columns: readonly FrameColumn[]): DataFrame {
    const twice = columns.find((column, i) => columns.indexOf(column) !== i);
    if (twice !== undefined) {
      throw new ScrapbookError("usage-argument", {
        what: "A frame has each column once",
        got: `${JSON.stringify(twice.key)} twice`,
      });
    }
    const { engines, writer } = this.#origin;
    return frameOf(selectColumns(this.#data, columns), { engines, writer });
  }

  /** The first `count` rows, default 5; with a negative count all but the last. */
  head(count = 5): DataFrame {
    return this.slice(0, count);
  }

  /** The last `count` rows, default 5; with a negative count all but the first. */
  tail(count = 5): DataFrame {
    return count < 0 ? this.slice(-count) : this.slice(Math.max(this.length - count, 0));
  }

  /** The rows from `start` (inclusive, default 0) to `end` (exclusive, default all), as Array's `slice`. */
  slice(start = 0, end: number = this.length): DataFrame {
    checkPlace(start);
    checkPlace(end);
    const clamp = (at: number) =>
      Math.min(Math.max(Math.trunc(at < 0 ? at + this.length : at), 0), this.length);
    const from = clamp(start);
    const to = Math.max(from, clamp(end));
    if (from === 0 && to === this.length) return this;
    const { engines, writer } = this.#origin;
    return frameOf(sliceFrame(this.#data, from, to), { engines, writer });
  }

  /**
   * A new array of plain objects, one a row, by {@link keys}. Missing values are null; how 64-bit
   * integers and times come out is an option.
   */
  rows<T extends Record<string, Cell> = Record<string, Cell>>(options: RowOptions = {}): T[] {
    checkOptions("frame.rows", options, rowRules);
    const row = this.#rowReader(options);
    return Array.from({ length: this.length }, (_, i) => row(i) as T);
  }

  #rowReader({ index, ...options }: RowOptions): (row: number) => Record<string, Cell> {
    const levels = index === true ? indexColumns(this.index) : [];
    const names = [...levels.map(({ key }) => key), ...this.keys];
    const all = [...levels.map(({ series }) => series), ...this.series];
    const cells = all.map((series) => series.toArray(options));
    return (row) => record(names, (i) => (cells[i] as Cell[])[row] as Cell);
  }

  /** The rows one by one, as {@link rows} gives them. */
  *[Symbol.iterator](): Generator<Record<string, Cell>> {
    const row = this.#rowReader({});
    for (let i = 0; i < this.length; i++) yield row(i);
  }

  /**
   * The rows for `JSON.stringify`: bigints as decimal text, bytes as base64, times as ISO text. They
   * begin with the index, unless it only counts them from 0. For pandas' own shapes and all digits
   * of large integers there is `toJSON` of `@scrapbook/encoders-pandas/json`.
   */
  toJSON(): Record<string, JsonCell>[] {
    const { range, names } = this.index;
    const onlyCounts = range?.start === 0 && range.step === 1 && names[0] === null;
    return this.rows({ index: !onlyCounts }).map(
      (row) => jsonCell(row) as Record<string, JsonCell>,
    );
  }

  /**
   * The columns by {@link keys}, as typed arrays where there is one for them. By default 64-bit
   * integers and times are `BigInt64Array`s of the stored counts; `integers: "number"` and
   * `times: "date"` give what charts take.
   */
  toColumns(options: CellOptions = {}): Record<string, ColumnValues> {
    checkOptions("frame.toColumns", options, cellRules);
    return byKey(this.#data.columns, ({ series }) => series.toValues(options));
  }

  /** The bytes that the frame was read from, unchanged; undefined where it was read from none. */
  get parquetBytes(): Uint8Array<ArrayBuffer> | undefined {
    return this.#origin.stored?.();
  }

  /** The Arrow table: what the functions that write the frame start from. @internal */
  get table(): FrameData["table"] {
    return this.#data.table;
  }

  /** @internal */
  get engines(): EngineSource {
    return this.#origin.engines;
  }

  /** @internal */
  get writer(): ParquetWriter | undefined {
    return this.#origin.writer;
  }
}

/** A frame, made outside of its class: compilers rename a class that names itself, and consoles show the name. */
function frameOf(data: FrameData, origin: FrameOrigin): DataFrame {
  return new DataFrame(data, origin);
}

/** Whether `value` is a {@link DataFrame}, also one from another copy of this package. */
export function isDataFrame(value: unknown): value is DataFrame {
  return typeof value === "object" && value !== null && brand in value;
}

/** @throws `usage-argument` for what is no frame. @internal */
export function checkFrame(taker: string, frame: unknown): void {
  if (isDataFrame(frame)) return;
  throw wrongArgument(
    `${taker} takes a DataFrame`,
    frame,
    "a DataFrame",
    "A scrap's is scrap.as(pandas), and createDataFrame makes one.",
  );
}

/** The levels of an index under the names that `reset_index()` gives them. */
export function indexColumns({ levels }: FrameIndex): { key: string; series: Series }[] {
  return levels.map((series, i) => ({
    key: series.name === null ? (levels.length > 1 ? `level_${i}` : "index") : String(series.name),
    series,
  }));
}

const byKey = <T>(columns: readonly FrameColumn[], value: (column: FrameColumn) => T) =>
  record(
    columns.map(({ key }) => key),
    (i) => value(columns[i] as FrameColumn),
  );
