import { type ErrorCode, ScrapbookError } from "@scrapbook/core";

interface Meaning {
  readonly code: ErrorCode;
  readonly what: string;
  readonly hint: string;
}

const again = "Nothing was written. Pick the file again.";

/** What the errors of files, storage and databases mean, by their names. */
const meanings: Readonly<Record<string, Meaning>> = {
  NotFoundError: {
    code: "store-not-found",
    what: "There is no such file, or it was deleted after it was picked",
    hint: "Pick it again, or check the name.",
  },
  NotAllowedError: {
    code: "store-permission",
    what: "The person has not permitted it, or has withdrawn the permission",
    hint: 'Ask again after a click: await handle.requestPermission({ mode: "readwrite" }).',
  },
  SecurityError: {
    code: "store-permission",
    what: "The browser does not permit it to this page",
    hint: "It may need https, a click, or to be outside a sandboxed frame.",
  },
  NotReadableError: {
    code: "store-conflict",
    what: "It was changed or deleted after it was picked, or another program holds it",
    hint: again,
  },
  QuotaExceededError: {
    code: "store-full",
    what: "The browser gives this page no more room",
    hint: "The old bytes are still there. Remove something, or ask with navigator.storage.persist().",
  },
  NoModificationAllowedError: {
    code: "store-locked",
    what: "Another tab or another part of this page is writing it",
    hint: "Nothing was written. Wait and try again.",
  },
  TypeMismatchError: {
    code: "store-not-file",
    what: "A folder is where a file is wanted, or a file where a folder is",
    hint: "Check the name.",
  },
  InvalidStateError: { code: "store-io", what: "It can no longer be used", hint: again },
};

/** The error for what a browser's API threw. Anything else is given back as it is. */
export function domError(error: unknown, source: string): unknown {
  if (error instanceof TypeError) {
    // What the file system's methods throw for names that no file can have.
    return new ScrapbookError("usage-argument", {
      what: "The browser does not take this name",
      source,
      expected: "names without \\, none of them empty, . or ..",
      cause: error,
    });
  }
  if (!(error instanceof DOMException) || error.name === "AbortError") return error;
  const known = meanings[error.name];
  return new ScrapbookError(known?.code ?? "store-io", {
    what: known?.what ?? "The browser could not do it",
    got: known === undefined ? error.name.slice(0, 60) : undefined,
    source,
    hint: known?.hint,
    cause: error,
  });
}

/** Does something, and gives its errors the name of what it was done to. */
export async function named<T>(source: string, acting: Promise<T>): Promise<T> {
  try {
    return await acting;
  } catch (error) {
    throw domError(error, source);
  }
}
