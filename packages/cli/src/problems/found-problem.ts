import type { ErrorCode } from "@scrapbook/core";

/** A problem of a notebook, and where it stands. */
export interface FoundProblem {
  /** As the command line named it. */
  readonly file: string;
  readonly code: ErrorCode;
  readonly level: "error" | "warning";
  readonly message: string;
  /** JSON pointer into the notebook. */
  readonly path: string;
  /** From 1; `undefined` where the place is not known. */
  readonly line: number | undefined;
  /** From 1, in code points. */
  readonly column: number | undefined;
}
