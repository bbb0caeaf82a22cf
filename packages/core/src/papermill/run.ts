import { isTruthy } from "../json/truthy.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import type { ErrorOutline, Part } from "../outline/outline.ts";
import { partLines, partText } from "../outline/part-text.ts";

/** How a run ended: see {@link Run.status}. */
export type RunStatus = "completed" | "failed" | "partial" | "none";

/** What papermill says of a notebook's execution. SPEC §9.2. */
export interface Run {
  /**
   * `"failed"`: a cell raised; `"completed"`: it ended and none did; `"partial"`: it has not ended,
   * or its kernel died; `"none"`: papermill never ran it. SPEC §9.3.
   */
  readonly status: RunStatus;
  /** papermill's own word, which is `true` or absent. */
  readonly exception: boolean | undefined;
  /** The cell that made it fail; `undefined` unless the status is `"failed"`. SPEC §9.4. */
  readonly failedCell: FailedCell | undefined;
  /** ISO 8601, as papermill wrote it. */
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  /** The cell that took longest, the first of several; `undefined` where no cell was timed. */
  readonly slowestCell: SlowestCell | undefined;
  readonly parameters: JsonObject;
  /** papermill's version. */
  readonly version: string | undefined;
  readonly inputPath: string | undefined;
  readonly outputPath: string | undefined;
}

/** The cell that made a run fail. */
export interface FailedCell {
  /** Its place in the notebook's cells, from 0. */
  readonly index: number;
  /** The exception's class, such as `ValueError`. */
  readonly ename: string | undefined;
  /** The exception's text. */
  readonly evalue: string | undefined;
  /** The cell's execution count, as it stands. */
  readonly executionCount: JsonValue | undefined;
  /** The cell's code; `undefined` where it has no outputs or its code is no text. */
  readonly source: string | undefined;
  /** The lines of the traceback, as the kernel wrote them: colours are ANSI escapes in them. */
  readonly traceback: readonly string[];
}

/** The cell that took longest. */
export interface SlowestCell {
  /** Its place in the notebook's cells, from 0. */
  readonly index: number;
  /** Seconds, as papermill wrote them. */
  readonly duration: number;
}

/** What a run needs to know of a cell. */
export interface RunCell {
  readonly isCode: boolean;
  readonly executionCount: JsonValue | undefined;
  /** `metadata.papermill`, if it is an object. */
  readonly papermill: JsonObject | undefined;
  /** The cell's outputs of type `error`. */
  readonly errors: readonly ErrorOutline[];
  readonly code: Part | undefined;
}

/** Reads a run from `metadata.papermill` of the notebook and of its cells. SPEC §9.2. */
export function decodeRun(
  papermill: JsonObject | undefined,
  parameters: JsonObject,
  cells: readonly RunCell[],
  cellTiming: readonly (JsonValue | undefined)[],
): Run {
  const status = decodeStatus(papermill, cells);
  return {
    status,
    exception: typeof papermill?.exception === "boolean" ? papermill.exception : undefined,
    failedCell: status === "failed" ? decodeFailedCell(cells) : undefined,
    startTime: textOf(papermill?.start_time),
    endTime: textOf(papermill?.end_time),
    duration: typeof papermill?.duration === "number" ? papermill.duration : undefined,
    slowestCell: slowestOf(cellTiming),
    parameters,
    version: textOf(papermill?.version),
    inputPath: textOf(papermill?.input_path),
    outputPath: textOf(papermill?.output_path),
  };
}

/** That a run failed, and where, for messages; `undefined` where it did not. */
export function failureOf({ status, failedCell }: Run): string | undefined {
  if (status !== "failed") return undefined;
  const where = failedCell === undefined ? "" : ` in cell ${failedCell.index}`;
  return `The run failed${where}: see notebook.run.failedCell.`;
}

/** The first row of SPEC §9.3's table that holds. */
function decodeStatus(papermill: JsonObject | undefined, cells: readonly RunCell[]): RunStatus {
  if (papermill === undefined) return "none";
  const failed = cells.filter(hasFailed);
  if (failed.some((cell) => !isQuietExit(cell))) return "failed";
  if (failed.length > 0) return "completed";
  if (papermill.exception === true) return "failed";
  const ended = typeof papermill.end_time === "string";
  if (!ended && typeof papermill.start_time !== "string") return "none";
  return !ended || cells.some(wasNotRun) ? "partial" : "completed";
}

function decodeFailedCell(cells: readonly RunCell[]): FailedCell | undefined {
  const index = cells.findIndex((cell) => hasFailed(cell) && !isQuietExit(cell));
  if (index < 0) return undefined;
  const { errors, code, executionCount } = cells[index] as RunCell;
  const error = errors.find((candidate) => !isQuiet(candidate));
  return {
    index,
    ename: partText(error?.ename),
    evalue: partText(error?.evalue),
    executionCount,
    source: partLines(code)?.join(""),
    traceback: partLines(error?.traceback) ?? [],
  };
}

/** The first of the longest. */
function slowestOf(cellTiming: readonly (JsonValue | undefined)[]): SlowestCell | undefined {
  let slowest: SlowestCell | undefined;
  for (const [index, duration] of cellTiming.entries()) {
    if (typeof duration === "number" && duration > (slowest?.duration ?? 0)) {
      slowest = { index, duration };
    }
  }
  return slowest;
}

function hasFailed({ papermill }: RunCell): boolean {
  return papermill?.exception === true || papermill?.status === "failed";
}

/** `sys.exit(0)`: papermill takes it for success, but marks the cell as failed. */
function isQuietExit({ errors }: RunCell): boolean {
  return errors.length > 0 && errors.every(isQuiet);
}

function isQuiet({ ename, evalue }: ErrorOutline): boolean {
  const text = partText(evalue);
  return partText(ename) === "SystemExit" && (text === "" || text === "0");
}

/** Pending, running, or marked completed though it never started: the kernel had died. */
function wasNotRun({ papermill, isCode, executionCount }: RunCell): boolean {
  const status = papermill?.status;
  if (status === "pending" || status === "running") return true;
  return (
    status === "completed" &&
    isCode &&
    typeof papermill?.start_time !== "string" &&
    !isTruthy(executionCount)
  );
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
