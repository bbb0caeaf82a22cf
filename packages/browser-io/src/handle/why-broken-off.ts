/**
 * Throws why writing ended that nobody aborted. Where there is too little room, Chromium says
 * `QuotaExceededError`, or stops taking bytes, which is `AbortError`: whichever comes first. A caller
 * would take that for an abort of its own.
 */
export function whyBrokenOff(error: unknown): never {
  if (!(error instanceof DOMException) || error.name !== "AbortError") throw error;
  throw new DOMException(error.message, "QuotaExceededError");
}
