import { isScrapbookError, ScrapbookError, type ScrapbookErrorDetails } from "./error.ts";
import type { ErrorCode } from "./generated/error-code.ts";

/** An error as another thread can be sent it: its class would be lost on the way. */
export interface SentError {
  readonly code: ErrorCode;
  readonly details: ScrapbookErrorDetails;
}

/** Takes of an error what can be sent; one of another class goes as it is. */
export function sendError(error: unknown): SentError | unknown {
  if (!isScrapbookError(error)) return error;
  const { cause, issues, ...details } = error.details;
  return { code: error.code, details } satisfies SentError;
}

/** The error that was sent. */
export function receiveError(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null || !("details" in sent)) return sent;
  const { code, details } = sent as SentError;
  return new ScrapbookError(code, details);
}
