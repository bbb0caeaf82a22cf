import { type ErrorCode, ScrapbookError } from "@scrapbook/core";

/** What systems say where a file cannot be written, in words. */
const reasons: Readonly<Record<string, readonly [code: ErrorCode, what: string]>> = {
  ENOENT: ["store-not-found", "The folder is not there"],
  ENOTDIR: ["store-not-found", "What should be a folder is a file"],
  EACCES: ["store-permission", "The file may not be written"],
  EPERM: ["store-permission", "The file may not be written"],
  EROFS: ["store-permission", "The file system is read-only"],
  ENOSPC: ["store-full", "The disk is full"],
  EDQUOT: ["store-full", "The quota of the disk is used up"],
  EISDIR: ["store-not-file", "This is a folder, not a file"],
};

/** The error of a file of the user's, not a notebook, that could not be written. */
export function fileFailure(file: string, error: unknown): ScrapbookError {
  const [code, what] = reasons[(error as NodeJS.ErrnoException).code ?? ""] ?? [
    "store-io" as const,
    "The file could not be written",
  ];
  return new ScrapbookError(code, { what, source: file, cause: error });
}
