import { type ErrorCode, isScrapbookError, ScrapbookError } from "@scrapbook/core";

/** Codes of the errors that operating systems name. */
const codes: Readonly<Record<string, { code: ErrorCode; what: string }>> = {
  ENOENT: { code: "store-not-found", what: "There is no such file" },
  ENOTDIR: { code: "store-not-found", what: "There is no such file" },
  ENAMETOOLONG: { code: "store-not-found", what: "There is no such file: the name is too long" },
  EACCES: { code: "store-permission", what: "The file may not be accessed" },
  EPERM: { code: "store-permission", what: "The file may not be accessed" },
  EROFS: { code: "store-permission", what: "The file system is read-only" },
  EISDIR: { code: "store-not-file", what: "This is a folder, not a file" },
  ENXIO: { code: "store-not-file", what: "This is a socket or a device, not a file" },
  ELOOP: { code: "store-io", what: "Too many symbolic links" },
  ENOSPC: { code: "store-full", what: "The disk is full" },
  EDQUOT: { code: "store-full", what: "The quota is used up" },
};

/** What stands in a text for bytes that are not UTF-8. */
const replacement = "\uFFFD";

/** The error of a file operation, with a code of ours and the file's name. SPEC §12.7. */
export function fileError(error: unknown, name: string): ScrapbookError {
  if (isScrapbookError(error)) return error;
  const errno = (error as { code?: unknown }).code;
  const known = typeof errno === "string" ? codes[errno] : undefined;
  const isGarbled = known?.code === "store-not-found" && name.includes(replacement);
  return new ScrapbookError(known?.code ?? "store-io", {
    what: known?.what ?? "The file could not be read or written",
    source: name,
    got: known === undefined ? detailOf(error, errno) : undefined,
    hint: isGarbled
      ? "Its name may not be UTF-8: read its folder, or give a file: address with %XX for such bytes."
      : undefined,
    cause: error,
  });
}

/** Node's messages name the path: what they say before is enough. */
function detailOf(error: unknown, errno: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (typeof errno === "string" ? message.replace(/, \w+ '.*$/s, "") : message).slice(0, 80);
}
