import { decodeText } from "../encoder/text.ts";
import type { ScrapbookError } from "../error.ts";
import { kindOfValue } from "../json/kind.ts";
import { isTruthy } from "../json/truthy.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { utf8Decoder } from "../platform.ts";
import { bytesOf } from "../region.ts";
import { wrongType } from "./notebook-error.ts";
import type { CellOutline, Outline, Part } from "./outline.ts";
import { decodeRun, type Run, type RunCell } from "./run.ts";

/** papermill's views of a notebook, and what is wrong with its metadata. SPEC §9. */
export interface PapermillViews {
  readonly parameters: JsonObject;
  readonly run: Run;
  readonly executionCounts: readonly (JsonValue | undefined)[];
  /** Python's `str` of each count that is true, for the metrics' `Out [n]`. SPEC §9.6. */
  readonly countLabels: readonly (string | undefined)[];
  readonly cellTiming: readonly (JsonValue | undefined)[];
  /** `notebook-member-type` for each part that should be an object; never thrown. */
  readonly problems: readonly ScrapbookError[];
}

/** Reads what papermill left in a notebook. Parts of the wrong type count as absent. SPEC §9. */
export function decodePapermill(
  outline: Outline,
  parse: (part: Part) => JsonValue,
): PapermillViews {
  const problems: ScrapbookError[] = [];
  const objectOr = (value: JsonValue | undefined, path: string): JsonObject | undefined => {
    if (value === undefined) return undefined;
    if (kindOfValue(value) === "object") return value as JsonObject;
    problems.push(wrongType(path, kindOfValue(value), "object"));
    return undefined;
  };
  const metadata = parse(outline.metadata) as JsonObject;
  const papermill = objectOr(memberOf(metadata, "papermill"), "/metadata/papermill");
  const given = memberOf(papermill, "parameters") ?? undefined;
  const parameters = objectOr(given, "/metadata/papermill/parameters") ?? {};
  const cells = outline.cells.map((cell, index) =>
    readCell(cell, parse, (value) => objectOr(value, `/cells/${index}/metadata/papermill`)),
  );
  return {
    parameters,
    run: decodeRun(papermill, parameters, cells),
    executionCounts: cells.map(({ executionCount }) => executionCount),
    countLabels: outline.cells.map(({ executionCount }, index) =>
      labelOf(cells[index]?.executionCount, executionCount),
    ),
    cellTiming: cells.map(timingOf),
    problems,
  };
}

function readCell(
  cell: CellOutline,
  parse: (part: Part) => JsonValue,
  objectOr: (value: JsonValue | undefined) => JsonObject | undefined,
): RunCell {
  const value = (part: Part | undefined): JsonValue | undefined => part && parse(part);
  return {
    isCode: cell.isCode,
    executionCount: value(cell.executionCount),
    papermill: objectOr(value(cell.papermill)),
    errors: cell.errors.map(({ ename, evalue }) => ({
      ename: value(ename),
      evalue: value(evalue),
    })),
  };
}

/** JSON text of what is neither number, text nor boolean. SPEC §9.6. */
function labelOf(count: JsonValue | undefined, part: Part | undefined): string | undefined {
  if (part === undefined || count === undefined || !isTruthy(count)) return undefined;
  const source = utf8Decoder.decode(bytesOf(part.region, part.span));
  return typeof count === "object" ? source : decodeText(count, source);
}

/** The duration as it stands; 0 where papermill wrote none; absent where it was not run. SPEC §9.5. */
function timingOf({ executionCount, papermill }: RunCell): JsonValue | undefined {
  if (!isTruthy(executionCount)) return undefined;
  return memberOf(papermill, "duration") === undefined ? 0 : papermill?.duration;
}

function memberOf(object: JsonObject | undefined, key: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
