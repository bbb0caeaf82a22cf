import { type ErrorCode, isScrapbookError, ScrapbookError } from "@scrapbook/core";

/** Codes of the errors that operating systems name. */
const codes: Readonly<Record<string, { code: ErrorCode; what: string }>> = {
  ENOENT: { code: "store-not-found", what: "There is no such file" },
  ENOTDIR: { code: "store-not-found", what: "There is no such file" },
  EACCES: { code: "store-permission", what: "The file may not be accessed" },
  EPERM: { code: "store-permission", what: "The file may not be accessed" },
  EROFS: { code: "store-permission", what: "The file system is read-only" },
  EISDIR: { code: "store-not-file", what: "This is a folder, not a file" },
  ENOSPC: { code: "store-io", what: "The disk is full" },
};

/** The error of a file operation, with a code of ours and the file's name. SPEC §12. */
export function storeError(error: unknown, path: string): ScrapbookError {
  if (isScrapbookError(error)) return error;
  const errno = (error as { code?: unknown }).code;
  const known = typeof errno === "string" ? codes[errno] : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  return new ScrapbookError(known?.code ?? "store-io", {
    what: known?.what ?? "The file could not be read or written",
    source: path,
    got: known === undefined ? detail : undefined,
    cause: error,
  });
}
