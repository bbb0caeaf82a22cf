import type { Tape } from "../json/tape.ts";
import type { CellMarks } from "./cell-marks.ts";
import type { BearingCell } from "./outline.ts";
import type { MarkedParts, MarkedRegion } from "./region.ts";
import type { WalkContext } from "./walk-context.ts";

/** What the walk over cells has at hand. */
export interface CellsContext extends WalkContext {
  /** Whether the code of cells that glue is kept. */
  readonly codeLines: boolean;
}

/** What is found of a notebook's cells. */
export interface FoundCells {
  readonly bearing: readonly BearingCell[];
  readonly marks: CellMarks;
}

/** What is kept of them. */
export interface Cells extends FoundCells {
  readonly marked: MarkedRegion | MarkedParts;
}

/** A tape from an engine that looks over cells by itself: only one that is lent. */
export interface CellTape extends Tape {
  /**
   * The cells of the list that begins at a tape index, as the walk over the tape would give them.
   * `undefined` where there is anything that only the walk can judge.
   */
  readonly findCells?:
    | ((context: CellsContext, list: number) => FoundCells | undefined)
    | undefined;
}
