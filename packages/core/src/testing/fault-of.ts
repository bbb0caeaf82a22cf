import { isScrapbookError } from "../error/error.ts";

/** Code and path of the error that something throws; `none` where it throws nothing. */
export function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isScrapbookError(error)) return `${error.code} ${error.path}`.trim();
    throw error;
  }
  return "none";
}
