import type { Label } from "../metadata/label.ts";
import type { Cell } from "./cell.ts";
import type { CellOptions } from "./integer-cell.ts";
import { rangeSeries, type Series } from "./series.ts";

/** The labels of a frame's rows. */
export interface FrameIndex {
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
export function columnIndex(levels: readonly Series[], length: number): FrameIndex {
  const [only] = levels;
  return {
    kind: levels.length > 1 ? "multi" : "column",
    levels,
    names: levels.map(({ name }) => name),
    length,
    range: undefined,
    at(index, options) {
      if (levels.length === 1) return only?.at(index, options);
      const cells = levels.map((level) => level.at(index, options));
      return cells.includes(undefined) ? undefined : (cells as Cell[]);
    },
    toArray(options) {
      const columns = levels.map((level) => level.toArray(options));
      if (columns.length === 1) return columns[0] as Cell[];
      return Array.from({ length }, (_, i) => columns.map((cells) => cells[i] as Cell));
    },
  };
}

/** pandas' RangeIndex. */
export function rangeIndex(name: Label, { start, stop, step }: Range): FrameIndex {
  const length = rangeLength({ start, stop, step });
  const level = rangeSeries(name, start, step, length);
  return {
    kind: "range",
    levels: [level],
    names: [name],
    length,
    range: { start, stop, step },
    at: level.at,
    toArray: level.toArray,
  };
}
