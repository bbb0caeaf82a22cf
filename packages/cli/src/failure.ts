import { isScrapbookError } from "@scrapbook/core";
import { visible } from "./text/visible.ts";

/** An error as one line for a person: what, where, what to do, and no stack trace. */
export function failureLine(error: unknown): string {
  if (isScrapbookError(error)) return `error: ${visible(error.message)}`;
  const message = error instanceof Error ? error.message : String(error);
  return `error: ${visible(message)}\nThis is a fault of the program. Please report it with the command line that led to it.`;
}

/** Where the documentation says what to do: a second line, for a person. Logs keep one for each error. */
export const pageLine = (error: unknown): string =>
  isScrapbookError(error) ? `more: ${error.page}\n` : "";
