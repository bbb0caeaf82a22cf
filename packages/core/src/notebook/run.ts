import type { JsonObject, JsonValue } from "../json/value.ts";

/** How a run ended: see {@link Run.status}. */
export type RunStatus = "completed" | "failed" | "partial" | "none";

/** What papermill says of a notebook's execution. SPEC §9. */
export interface Run {
  /**
   * `"failed"`: a cell raised; `"completed"`: it ended and none did; `"partial"`: it has not ended,
   * or was killed; `"none"`: papermill never ran it.
   */
  readonly status: RunStatus;
  /** papermill's `exception`: `true` where a cell raised. */
  readonly exception: JsonValue | undefined;
  /** ISO 8601, as papermill wrote it. */
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  /** papermill's version. */
  readonly version: string | undefined;
  readonly inputPath: string | undefined;
  readonly outputPath: string | undefined;
  /** Index of the first cell that failed; `undefined` where none did. */
  readonly failedCell: number | undefined;
}

/** Reads a run from `metadata.papermill` of the notebook and of its cells. SPEC §9. */
export function decodeRun(
  papermill: JsonObject | undefined,
  cells: readonly (JsonValue | undefined)[],
): Run {
  const failedCell = cells.findIndex(isFailedCell);
  return {
    status: runStatus(papermill),
    exception: papermill?.exception,
    startTime: textOf(papermill?.start_time),
    endTime: textOf(papermill?.end_time),
    duration: typeof papermill?.duration === "number" ? papermill.duration : undefined,
    version: textOf(papermill?.version),
    inputPath: textOf(papermill?.input_path),
    outputPath: textOf(papermill?.output_path),
    failedCell: failedCell < 0 ? undefined : failedCell,
  };
}

function runStatus(papermill: JsonObject | undefined): RunStatus {
  if (papermill === undefined) return "none";
  if (papermill.exception === true) return "failed";
  return typeof papermill.end_time === "string" ? "completed" : "partial";
}

function isFailedCell(papermill: JsonValue | undefined): boolean {
  if (typeof papermill !== "object" || papermill === null || Array.isArray(papermill)) return false;
  const { exception, status } = papermill as JsonObject;
  return exception === true || status === "failed";
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
