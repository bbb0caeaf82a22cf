import { type JsonObject, ScrapbookError, type Table } from "@scrapbook/core";
import { ipcStream } from "../encode/ipc.ts";
import { writeParquet } from "../encode/parquet.ts";
import type { EngineSource } from "../engine/engine-source.ts";
import type { ColumnLevel } from "../metadata/column-labels.ts";
import { isSameLabel, type Label } from "../metadata/label.ts";
import { type Cell, record } from "./cell.ts";
import type { FrameColumn, FrameData } from "./frame-data.ts";
import type { FrameIndex } from "./frame-index.ts";
import type { CellOptions } from "./integer-cell.ts";
import type { Series } from "./series.ts";
import { sliceFrame } from "./slice.ts";
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

/** What a frame may bring along when it is made. */
export interface FrameOrigin {
  /** Writes its Parquet file, and is loaded by then. */
  readonly engines: EngineSource;
  /** Gives the bytes it was read from. */
  readonly stored?: (() => Uint8Array<ArrayBuffer>) | undefined;
}

/**
 * A pandas DataFrame: the columns as Arrow has them, and the layer that pandas lays over it. It is
 * never changed; {@link head} and {@link slice} give new ones that share its values. SPEC §4.5.
 */
export class DataFrame implements Table {
  readonly #data: FrameData;
  readonly #origin: FrameOrigin;
  /** Marks the class across copies of this package; see {@link isDataFrame}. */
  readonly "scrapbook.dataframe.v1" = true;
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
  }

  /**
   * The column with this label, or with this key.
   *
   * @throws `usage-argument` when there is none.
   */
  column(label: Label): Series {
    const { columns } = this.#data;
    const found =
      columns.find(({ series }) => isSameLabel(series.name, label)) ??
      columns.find(({ key }) => key === label);
    if (found !== undefined) return found.series;
    throw new ScrapbookError("usage-argument", {
      what: "The frame has no such column",
      got: JSON.stringify(typeof label === "bigint" ? String(label) : label),
      expected: `one of ${this.keys.map((key) => JSON.stringify(key)).join(", ")}`,
    });
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
    const clamp = (at: number) =>
      Math.min(Math.max(Math.trunc(at < 0 ? at + this.length : at), 0), this.length);
    const from = clamp(start);
    const to = Math.max(from, clamp(end));
    if (from === 0 && to === this.length) return this;
    return new DataFrame(sliceFrame(this.#data, from, to), { engines: this.#origin.engines });
  }

  /**
   * A new array of plain objects, one a row, by {@link keys}. Missing values are null; how 64-bit
   * integers and times come out is an option.
   */
  rows(options: RowOptions = {}): Record<string, Cell>[] {
    const levels = options.index === true ? indexColumns(this.index) : [];
    const names = [...levels.map(({ key }) => key), ...this.keys];
    const all = [...levels.map(({ series }) => series), ...this.series];
    const cells = all.map((series) => series.toArray(options));
    return Array.from({ length: this.length }, (_, row) =>
      record(names, (i) => (cells[i] as Cell[])[row] as Cell),
    );
  }

  /**
   * The columns by {@link keys}, as typed arrays where there is one for them. By default 64-bit
   * integers and times are `BigInt64Array`s of the stored counts; `integers: "number"` and
   * `times: "date"` give what charts take.
   */
  toColumns(options: CellOptions = {}): Record<string, ColumnValues> {
    return byKey(this.#data.columns, ({ series }) => series.toValues(options));
  }

  /**
   * The frame as an Arrow IPC stream, index and pandas metadata included: what apache-arrow,
   * arquero, DuckDB, Polars and pyarrow read.
   */
  toIPC(): Uint8Array<ArrayBuffer> {
    return ipcStream(this.#data.table);
  }

  /** The bytes that the frame was read from, unchanged; undefined where it was read from none. */
  get parquetBytes(): Uint8Array<ArrayBuffer> | undefined {
    return this.#origin.stored?.();
  }

  /**
   * A Parquet file that `pandas.read_parquet` makes this frame of: the stored one where the frame
   * was read whole from it, else a new one.
   *
   * @throws `encoder-unsupported` for what Parquet or pandas cannot keep, `encoder-unavailable`,
   * `encoder-encode-failed`.
   */
  toParquet(): Uint8Array<ArrayBuffer> {
    return (
      this.parquetBytes ??
      writeParquet(this.#data.table, this.length, () => this.#origin.engines.engine)
    );
  }

  /** The Arrow table: what `toArrow` of `@scrapbook/encoders-pandas/arrow` starts from. @internal */
  get table(): FrameData["table"] {
    return this.#data.table;
  }
}

/** Whether `value` is a {@link DataFrame}, also one from another copy of this package. */
export function isDataFrame(value: unknown): value is DataFrame {
  return typeof value === "object" && value !== null && brand in value;
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
