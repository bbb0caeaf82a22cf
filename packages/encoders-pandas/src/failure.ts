import { ScrapbookError, type ScrapbookErrorDetails } from "@scrapbook/core";

/** Bytes that do not hold a frame. */
export function decodeFailed(details: ScrapbookErrorDetails): ScrapbookError {
  return new ScrapbookError("encoder-decode-failed", details);
}

/** A frame, or part of one, that Parquet or pandas cannot keep. */
export function unsupported(details: ScrapbookErrorDetails): ScrapbookError {
  return new ScrapbookError("encoder-unsupported", details);
}

/** A size, found or declared, over the limit that the caller set. */
export function tooLarge(what: string, got: number | bigint, maxBytes: number): ScrapbookError {
  return new ScrapbookError("encoder-too-large", {
    what,
    got: `${got} bytes`,
    expected: `at most ${maxBytes}`,
    hint: "Raise maxBytes of pandas({ maxBytes }) if you trust the notebook.",
  });
}
