import { type ErrorCode, ScrapbookError } from "@scrapbook/core";

/** What is known of one request that went wrong. */
export interface FailureDetails {
  /** What happened, as a sentence without its full stop. */
  readonly what: string;
  /** What the server said, in a word: a status, an error code of its own. Never its text. */
  readonly got?: string | undefined;
  readonly hint?: string | undefined;
  /** Whether the same request may go well a little later. Default `false`. */
  readonly isPassing?: boolean | undefined;
  /** Whether the server may have carried the request out all the same. Default `false`. */
  readonly mayBeDone?: boolean | undefined;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

/** What an answer means: the code of its error, and what is said of it. */
export type Meaning = FailureDetails & { readonly code: ErrorCode };

/**
 * One request that went wrong, before it is decided whether it is made again. It bears nothing of
 * what was sent, so no secret comes into errors, whatever becomes their cause.
 */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly details: FailureDetails;

  constructor(code: ErrorCode, details: FailureDetails) {
    super(details.got === undefined ? details.what : `${details.what}: ${details.got}`);
    this.name = "Failure";
    this.code = code;
    this.details = details;
  }
}

/** The error that callers get. @param name what `nameOf` gives. */
export function errorOf(error: unknown, name: string): unknown {
  if (!(error instanceof Failure)) return error;
  const { what, got, hint } = error.details;
  return new ScrapbookError(error.code, { what, source: name, got, hint });
}
