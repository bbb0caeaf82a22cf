import type { Label } from "../metadata/label.ts";
import type { Cell } from "./cell.ts";
import type { CellOptions } from "./integer-cell.ts";
import { type JsonCell, jsonCell } from "./json-cell.ts";
import { RangeSeries, type Series } from "./series.ts";
import { indexText, showAs } from "./show.ts";

/** The labels of a frame's rows. It is iterated label by label. */
export interface FrameIndex extends Iterable<Cell> {
  /** A range of integers, one stored column, or a MultiIndex of several levels. */
  readonly kind: "range" | "column" | "multi";
  /** The levels from the outermost in; one where it is no MultiIndex. */
  readonly levels: readonly Series[];
  /** The names of the levels; null where a level has none. */
  readonly names: readonly Label[];
  readonly length: number;
  /** Of a range: its first value, the value it stops before, and its step. */
  readonly range: Range | undefined;
  /** The label of row `index`: a list of labels in a MultiIndex; from the end where it is negative. */
  at(index: number, options?: CellOptions): Cell | undefined;
  /** A new array of all labels. */
  toArray(options?: CellOptions): Cell[];
  /** The labels for `JSON.stringify`: bigints as decimal text, bytes as base64. */
  toJSON(): JsonCell[];
}

/** The three numbers of a range. */
export interface Range {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** How many integers a range has. */
export const rangeLength = ({ start, stop, step }: Range): number =>
  Math.max(0, Math.ceil((stop - start) / step));

/** An index of stored columns. */
export const columnIndex = (levels: readonly Series[], length: number): FrameIndex =>
  new LevelIndex(levels.length > 1 ? "multi" : "column", levels, length, undefined);

/** pandas' RangeIndex. */
export function rangeIndex(name: Label, { start, stop, step }: Range): FrameIndex {
  const range = { start, stop, step };
  const length = rangeLength(range);
  return new LevelIndex("range", [new RangeSeries(name, start, step, length)], length, range);
}

class LevelIndex implements FrameIndex {
  readonly kind: FrameIndex["kind"];
  readonly levels: readonly Series[];
  readonly names: readonly Label[];
  readonly length: number;
  readonly range: Range | undefined;

  constructor(
    kind: FrameIndex["kind"],
    levels: readonly Series[],
    length: number,
    range: Range | undefined,
  ) {
    this.kind = kind;
    this.levels = levels;
    this.names = levels.map(({ name }) => name);
    this.length = length;
    this.range = range;
    showAs(this, () => indexText(this));
  }

  at(index: number, options: CellOptions = {}): Cell | undefined {
    const cells = this.levels.map((level) => level.at(index, options));
    if (cells.length === 1) return cells[0];
    return cells.includes(undefined) ? undefined : (cells as Cell[]);
  }

  toArray(options: CellOptions = {}): Cell[] {
    const columns = this.levels.map((level) => level.toArray(options));
    if (columns.length === 1) return columns[0] as Cell[];
    return Array.from({ length: this.length }, (_, i) => columns.map((cells) => cells[i] as Cell));
  }

  toJSON(): JsonCell[] {
    return this.toArray().map(jsonCell);
  }

  *[Symbol.iterator](): Generator<Cell> {
    yield* this.toArray();
  }
}
