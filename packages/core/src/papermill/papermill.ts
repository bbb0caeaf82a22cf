import type { JsonObject, JsonValue } from "../json/value.ts";
import type { Outline, Part } from "../outline/outline.ts";
import { objectOr } from "./members.ts";
import { decodeParameters } from "./parameters.ts";
import { type LenientReading, readLenient } from "./read-lenient.ts";
import { decodeRun, type Run, type RunCell } from "./run.ts";
import { countLabel, timingOf } from "./timings.ts";

/** papermill's views of a notebook. SPEC §9. */
export interface PapermillViews {
  readonly parameters: JsonObject;
  readonly run: Run;
  readonly executionCounts: readonly (JsonValue | undefined)[];
  /** What stands in the metrics' `Out [n]`. SPEC §9.6. */
  readonly countLabels: readonly (string | undefined)[];
  readonly cellTiming: readonly (JsonValue | undefined)[];
}

const at = "/metadata/papermill";

/**
 * Reads what papermill left in a notebook. Parts of the wrong type, and integers of too many digits,
 * count as absent and are problems: nothing is thrown. SPEC §9.
 */
export function decodePapermill(outline: Outline, reading: LenientReading): PapermillViews {
  const read = (part: Part | undefined, path: string, levels: number): JsonValue | undefined =>
    part && readLenient(part, path, levels, reading);
  // Its parameters lie a level deeper.
  const papermill = objectOr(read(outline.papermill, at, 2), at, reading);
  const parameters = decodeParameters(papermill, at, reading);
  const cells = outline.cells.map((cell, index): RunCell => {
    const path = `/cells/${index}${at}`;
    return {
      isCode: cell.isCode,
      executionCount: read(cell.executionCount, `/cells/${index}/execution_count`, 0),
      papermill: objectOr(read(cell.papermill, path, 1), path, reading),
      errors: cell.errors,
      code: cell.code,
    };
  });
  const cellTiming = cells.map(timingOf);
  const executionCounts = cells.map(({ executionCount }) => executionCount);
  return {
    parameters,
    run: decodeRun(papermill, parameters, cells, cellTiming),
    executionCounts,
    countLabels: executionCounts.map((count, index) =>
      countLabel(count, outline.cells[index]?.executionCount),
    ),
    cellTiming,
  };
}
