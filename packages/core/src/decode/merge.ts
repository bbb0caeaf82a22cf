import type { ScrapbookError } from "../error.ts";
import { wrongType } from "../notebook/notebook-error.ts";
import type { CellOutline, OutputOutline } from "../notebook/outline.ts";
import type { Problem } from "../problem.ts";
import { decodeOutput } from "./output.ts";
import type { Payload } from "./payload.ts";

/**
 * How a display-only output is merged with an earlier data output of its name. `"complete"`: the
 * very next output of the same cell completes it. `"reference"`: it replaces it, as in Python, and
 * the data is lost. SPEC §6.
 */
export type MergeMode = "complete" | "reference";

/** One scrap as found: data, display or both. */
export interface ScrapFinding {
  readonly name: string;
  readonly payload: Payload | undefined;
  readonly display: DisplayFinding | undefined;
}

/** The output that displays a scrap. */
export interface DisplayFinding {
  readonly output: OutputOutline;
  readonly mimePrefix: string | undefined;
}

/** All scraps of a notebook, and what was wrong. */
export interface ScrapFindings {
  readonly scraps: readonly ScrapFinding[];
  readonly problems: readonly ScrapbookError[];
}

/**
 * Finds the scraps of a notebook and merges what bears the same name: the place of the first, the
 * value of the last. A name whose last payload is invalid is absent, so that no older value is
 * served in its place. SPEC §6.
 */
export function findScraps(
  cells: readonly CellOutline[],
  merge: MergeMode,
  onWarning: (warning: Problem) => void,
): ScrapFindings {
  // A name maps to undefined where its value is invalid: it keeps its place for a later, good one.
  const found = new Map<string, ScrapFinding | undefined>();
  const problems: ScrapbookError[] = [];
  for (const [cellIndex, cell] of cells.entries()) {
    if (cell.outputsFault !== undefined) {
      problems.push(wrongType(`/cells/${cellIndex}/outputs`, cell.outputsFault, "array"));
    }
    let previous: { index: number; names: ReadonlyMap<string, unknown> } | undefined;
    for (const output of cell.outputs) {
      const { data, display, problems: wrong } = decodeOutput(output, onWarning);
      problems.push(...wrong);
      const shown = display && { output, mimePrefix: display.mimePrefix };
      for (const [name, payload] of data) {
        const combined = display?.name === name ? shown : undefined;
        found.set(name, payload && { name, payload, display: combined });
      }
      if (display !== undefined && !data.has(display.name)) {
        const { name } = display;
        const completes =
          merge === "complete" &&
          data.size === 0 &&
          previous?.index === output.outputIndex - 1 &&
          previous.names.has(name);
        if (!completes) found.set(name, { name, payload: undefined, display: shown });
        else {
          const earlier = found.get(name);
          found.set(name, earlier && { ...earlier, display: shown });
        }
      }
      previous = { index: output.outputIndex, names: data };
    }
  }
  return { scraps: [...found.values()].filter((scrap) => scrap !== undefined), problems };
}
