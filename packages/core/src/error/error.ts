import type { ErrorCode } from "./generated/error-code.ts";
import { pageOf } from "./generated/page-of.ts";
import type { Problem } from "./problem.ts";
import type { StandardIssue } from "./standard-issue.ts";

/** What a {@link ScrapbookError} is made of; the message is composed from these. */
export interface ScrapbookErrorDetails {
  /** What happened, as a sentence without its full stop: `The scrap payload has no version`. */
  readonly what: string;
  /** JSON pointer into the notebook. */
  readonly path?: string | undefined;
  /** Offset of the byte in the file, from 0. */
  readonly offset?: number | undefined;
  /** The file, URL or key that was read, as the caller named it. */
  readonly source?: string | undefined;
  /** What was found. */
  readonly got?: string | undefined;
  /** What would have been right. */
  readonly expected?: string | undefined;
  /** What the user can do. */
  readonly hint?: string | undefined;
  /** What a schema found, where one was asked. */
  readonly issues?: readonly StandardIssue[] | undefined;
  /** The error that this one explains. */
  readonly cause?: unknown;
}

const brand = "scrapbook.error.v1";

/**
 * The only error class of the `@scrapbook` packages. `code` is stable and listed in
 * `schemas/errors.json`; its first word names the layer (`json`, `notebook`, `payload`, `display`,
 * `encoder`, `store`, `usage`). The wording of `message` may change. SPEC §12.
 */
export class ScrapbookError extends Error implements Problem {
  readonly code: ErrorCode;
  /** Where the documentation says what the code means, and what to do. */
  readonly page: string;
  // Consoles print the members of an error's own: all but the code and its page is in the message already.
  readonly #details: ScrapbookErrorDetails;

  constructor(code: ErrorCode, details: ScrapbookErrorDetails) {
    super(
      composeMessage(code, details),
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.code = code;
    this.page = pageOf(code);
    this.#details = details;
  }

  override get name(): string {
    return "ScrapbookError";
  }

  /** Marks the class across copies of this package; see {@link isScrapbookError}. */
  get "scrapbook.error.v1"(): true {
    return true;
  }

  /** JSON pointer into the notebook; `""` is the whole notebook. */
  get path(): string {
    return this.#details.path ?? "";
  }

  /** Offset of the byte in the file at which that stands, from 0, where it is in a file. */
  get offset(): number | undefined {
    return this.#details.offset;
  }

  /** The file, URL or key that was read, where one is known. */
  get source(): string | undefined {
    return this.#details.source;
  }

  /** What a schema found, of `notebook-scraps-invalid`; empty for all other codes. */
  get issues(): readonly StandardIssue[] {
    return this.#details.issues ?? [];
  }

  /** The message's parts, so that a source can be added later without parsing text. */
  get details(): ScrapbookErrorDetails {
    return this.#details;
  }
}

/** Whether `value` is a {@link ScrapbookError}, also one from another copy of this package. */
export function isScrapbookError(value: unknown): value is ScrapbookError {
  return typeof value === "object" && value !== null && brand in value;
}

/** The same error, saying which file it is about. */
export function withSource(error: ScrapbookError, source: string | undefined): ScrapbookError;
export function withSource<E>(error: E, source: string | undefined): E | ScrapbookError;
export function withSource<E>(error: E, source: string | undefined): E | ScrapbookError {
  if (source === undefined || !isScrapbookError(error) || error.source !== undefined) return error;
  return new ScrapbookError(error.code, { ...error.details, source });
}

function composeMessage(code: string, details: ScrapbookErrorDetails): string {
  const { what, path, source = "", got, expected, hint } = details;
  // Of a long source its end, and no control characters: the whole is `error.source`.
  const shown = source.replace(/^.+(?=.{79}$)|\p{Cc}/gsu, "…");
  const where = shown + (path ? `#${path}` : "");
  let message = `[${code}] ${what}`;
  if (where) message += ` (${where})`;
  if (got) message += `: got ${got}`;
  if (expected) message += `${got ? "," : ":"} expected ${expected}`;
  message += ".";
  if (hint) message += ` ${hint}`;
  // Names and values may be as long as a notebook: of each its beginning.
  return message.replace(/"(?:[^"\\]|\\.)*("|$)/gs, (quoted) =>
    quoted.length > 82 ? `${quoted.slice(0, 81)}…"` : quoted,
  );
}
