import type { ErrorCode } from "./generated/error-code.ts";

/**
 * Something wrong, or worth a warning, in a notebook, reported as a value instead of thrown.
 * Problems come from reading with `strict: false`; warnings go to `onWarning`. SPEC §12.
 */
export interface Problem {
  /** A code of `schemas/errors.json`, such as `payload-version-missing`. */
  readonly code: ErrorCode;
  /** JSON pointer into the notebook, such as `/cells/3/outputs/0/metadata/scrapbook`. */
  readonly path: string;
  /**
   * Offset of the byte in the file at which that stands, from 0; `undefined` where it is not in a
   * file. `positionOf` turns it into line and column.
   */
  readonly offset?: number | undefined;
  /** What, where, got, expected, what to do. */
  readonly message: string;
}
