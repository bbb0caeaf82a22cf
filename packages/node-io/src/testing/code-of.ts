import { isScrapbookError } from "@scrapbook/core";

/** The code of the error that something rejects with; `none` where it does not. */
export async function codeOf(acting: Promise<unknown>): Promise<string> {
  try {
    await acting;
  } catch (error) {
    return isScrapbookError(error) ? error.code : String(error);
  }
  return "none";
}
