import type { Problem } from "./problem.ts";
import type { ErrorCode } from "./protocol/generated/error-code.ts";

/** What a {@link ScrapbookError} is made of; the message is composed from these. */
export interface ScrapbookErrorDetails {
  /** What happened, as a sentence without its full stop: `The scrap payload has no version`. */
  readonly what: string;
  /** JSON pointer into the notebook. */
  readonly path?: string | undefined;
  /** The file, URL or key that was read, as the caller named it. */
  readonly source?: string | undefined;
  /** What was found. */
  readonly got?: string | undefined;
  /** What would have been right. */
  readonly expected?: string | undefined;
  /** What the user can do. */
  readonly hint?: string | undefined;
  /** The error that this one explains. */
  readonly cause?: unknown;
}

const brand = "scrapbook.error.v1";

/**
 * The only error class of the `@scrapbook` packages. `code` is stable and listed in
 * `schemas/errors.json`; its first word names the layer (`json`, `notebook`, `payload`, `encoder`,
 * `store`, `usage`). The wording of `message` may change. SPEC §12.
 */
export class ScrapbookError extends Error implements Problem {
  override readonly name = "ScrapbookError";
  readonly code: ErrorCode;
  /** JSON pointer into the notebook; `""` is the whole notebook. */
  readonly path: string;
  /** The file, URL or key that was read, where one is known. */
  readonly source: string | undefined;
  /** The message's parts, so that a source can be added later without parsing text. */
  readonly details: ScrapbookErrorDetails;
  /** Marks the class across copies of this package; see {@link isScrapbookError}. */
  readonly "scrapbook.error.v1" = true;

  constructor(code: ErrorCode, details: ScrapbookErrorDetails) {
    super(
      composeMessage(code, details),
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.code = code;
    this.path = details.path ?? "";
    this.source = details.source;
    this.details = details;
  }
}

/** Whether `value` is a {@link ScrapbookError}, also one from another copy of this package. */
export function isScrapbookError(value: unknown): value is ScrapbookError {
  return typeof value === "object" && value !== null && brand in value;
}

/** The same error, saying which file it is about. */
export function withSource<E>(error: E, source: string | undefined): E | ScrapbookError {
  if (source === undefined || !isScrapbookError(error) || error.source !== undefined) return error;
  return new ScrapbookError(error.code, { ...error.details, source });
}

function composeMessage(code: string, details: ScrapbookErrorDetails): string {
  const { what, path, source, got, expected, hint } = details;
  const where =
    path === undefined ? (source ?? "") : `${source ?? ""}${path === "" ? "" : `#${path}`}`;
  const parts = [where === "" ? what : `${what} (${where})`];
  if (got !== undefined && expected !== undefined) parts.push(`got ${got}, expected ${expected}`);
  else if (got !== undefined) parts.push(`got ${got}`);
  else if (expected !== undefined) parts.push(`expected ${expected}`);
  return `[${code}] ${parts.join(": ")}.${hint === undefined ? "" : ` ${hint}`}`;
}
