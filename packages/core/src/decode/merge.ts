import type { ScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import type { BearingCell } from "../outline/outline.ts";
import { wrongType } from "../outline/outline-error.ts";
import type { DecodedDisplay } from "./display.ts";
import { decodeOutput } from "./output.ts";
import type { Payload } from "./payload.ts";

/**
 * How a display-only output is merged with an earlier data output of its name. `"complete"`: the
 * very next output of the same cell completes it. `"reference"`: it replaces it, as in Python, and
 * the data is lost. SPEC §6.
 */
export type MergeMode = "complete" | "reference";

/** A scrap of a notebook: data, display or both. */
export interface DecodedScrap {
  readonly name: string;
  readonly payload: Payload | undefined;
  readonly display: DecodedDisplay | undefined;
}

/**
 * Finds the scraps of a notebook, in the cells that bear something, and merges what bears the same
 * name: the place of the first, the value of the last. A name whose last payload is invalid is
 * absent, so that no older value is served in its place. What is wrong is told to `onProblem`.
 * SPEC §6.
 */
export function findScraps(
  cells: readonly BearingCell[],
  merge: MergeMode,
  onProblem: (problem: ScrapbookError) => void,
  onWarning: (warning: Problem) => void,
): DecodedScrap[] {
  // A name maps to undefined where its value is invalid: it keeps its place for a later, good one.
  const found = new Map<string, DecodedScrap | undefined>();
  for (const cell of cells) {
    if (cell.outputsFault !== undefined) {
      const { got, offset } = cell.outputsFault;
      onProblem(wrongType(`/cells/${cell.index}/outputs`, got, "array", offset));
    }
    let previous: { index: number; names: ReadonlyMap<string, unknown> } | undefined;
    for (const output of cell.outputs) {
      const { data, display } = decodeOutput(output, onProblem, onWarning);
      for (const [name, payload] of data) {
        const combined = display?.name === name ? display : undefined;
        found.set(name, payload && { name, payload, display: combined });
      }
      if (display !== undefined && !data.has(display.name)) {
        const { name } = display;
        const completes =
          merge === "complete" &&
          data.size === 0 &&
          previous?.index === output.outputIndex - 1 &&
          previous.names.has(name);
        if (!completes) found.set(name, { name, payload: undefined, display });
        else {
          const earlier = found.get(name);
          found.set(name, earlier && { ...earlier, display });
        }
      }
      previous = { index: output.outputIndex, names: data };
    }
  }
  return [...found.values()].filter((scrap) => scrap !== undefined);
}
