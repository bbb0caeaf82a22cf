import type { ScrapbookError } from "../error/error.ts";

/** What reading a scrap's data gave: a value or the reason why not. */
export type DataResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ScrapbookError };
