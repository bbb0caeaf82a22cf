import { isScrapbookError, type ScrapbookError } from "@scrapbook/core";

/** What a read gave, or why not. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ScrapbookError };

/** Reads something of a notebook that may be broken. Errors that are not the notebook's go on. */
export function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (isScrapbookError(error)) return { ok: false, error };
    throw error;
  }
}
