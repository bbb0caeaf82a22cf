import type { ScrapbookError } from "../error/error.ts";
import { jsonPointer } from "../json/pointer.ts";
import type { Span } from "../json/span.ts";
import type { JsonKind } from "../json/walk.ts";
import type { Part, Region } from "./region.ts";

export type { Part } from "./region.ts";

/**
 * Where the parts of a notebook lie that reading relies on: spans, not values. The file's bytes may
 * be let go, since each part carries the region it lies in.
 */
export interface Outline {
  readonly nbformat: number;
  readonly nbformatMinor: number;
  /** Set where the notebook is of an older format, which never holds scraps. SPEC §12.3. */
  readonly oldFormat: ScrapbookError | undefined;
  /** The notebook's metadata object. */
  readonly metadata: Part;
  /** Its member `papermill`. */
  readonly papermill: Part | undefined;
  /** The cells that bear something, in order: scraps, errors, or what must not be there. */
  readonly bearing: readonly BearingCell[];
  /** All cells: made when they are first asked for. */
  readonly cells: readonly CellOutline[];
}

/** What is kept of a cell. */
export interface CellOutline extends CellContent {
  /** Whether `cell_type` is `code`. */
  readonly isCode: boolean;
  readonly executionCount: Part | undefined;
  /** `metadata.papermill`. */
  readonly papermill: Part | undefined;
}

/** A cell that bears something, and its place among the cells. */
export interface BearingCell extends CellContent {
  readonly index: number;
}

/** What cells bear: nothing, in most of them. */
export interface CellContent {
  /** The outputs that bear scraps, or that are not what they must be, in file order. */
  readonly outputs: readonly OutputOutline[];
  /** The outputs of type `error`, in order. SPEC §9.3. */
  readonly errors: readonly ErrorOutline[];
  /** Set where `outputs` is present and is neither an array nor `{}`. SPEC §12. */
  readonly outputsFault: CellFault | undefined;
  /** The cell's code; only where a failure or a gluing cell may be asked for it. */
  readonly code: Part | undefined;
}

/** What a cell's `outputs` are instead. */
export interface CellFault {
  readonly got: JsonKind;
  /** Offset of the value in the file. */
  readonly offset: number;
}

/** What is kept of an output of type `error`. */
export interface ErrorOutline {
  readonly ename: Part | undefined;
  readonly evalue: Part | undefined;
  readonly traceback: Part | undefined;
}

/** What is kept of an output. */
export interface OutputOutline {
  readonly cellIndex: number;
  readonly outputIndex: number;
  readonly isCode: boolean;
  readonly region: Region;
  /** The whole output object. */
  readonly span: Span;
  /** Set where a part has the wrong JSON type: which part, and what it is. SPEC §12. */
  readonly fault: OutputFault | undefined;
  /** The scrap-bearing members of `data`, in order; a duplicate key's last value at its first place. */
  readonly bundle: readonly BundleMember[];
  /** `metadata.scrapbook`. */
  readonly scrapbook: Span | undefined;
  /** `metadata.papermill`. */
  readonly papermill: Span | undefined;
}

/** JSON pointer to an output, or to what the steps lead to from it. */
export function outputPath(
  { cellIndex, outputIndex }: Pick<OutputOutline, "cellIndex" | "outputIndex">,
  ...steps: readonly string[]
): string {
  return jsonPointer(["cells", cellIndex, "outputs", outputIndex, ...steps]);
}

/** Which part of an output has the wrong type. */
export interface OutputFault {
  /** Pointer below the output: `""`, `/data` or `/metadata`. */
  readonly path: "" | "/data" | "/metadata";
  /** The JSON kind found there. */
  readonly got: JsonKind;
  /** Offset of the value in the file. */
  readonly offset: number;
}

/** One member of a MIME bundle: its key, where its value lies, and the value's own members if it is an object. */
export interface BundleMember extends Span {
  readonly mime: string;
  /** Members of the payload or record object, in order; `undefined` where it is no object. */
  readonly members: readonly Member[] | undefined;
}

/** A member of an object: its key, and where its value lies. */
export interface Member extends Span {
  readonly key: string;
}
