import { ScrapbookError } from "../error/error.ts";

/** The default of `maxBytes`, 2 GiB: what fits into one typed array everywhere. */
export const defaultMaxBytes: number = 2 ** 31;

/** The error for what is not there. @param name what `nameOf` gives. */
export function notFound(name: string, what = "There is no such file or object"): ScrapbookError {
  return new ScrapbookError("store-not-found", { what, source: name });
}

/** The error for an object that is not what the caller thinks it is. */
export function conflict(name: string, got: string): ScrapbookError {
  return new ScrapbookError("store-conflict", {
    what: "It changed meanwhile",
    source: name,
    got,
    hint: "Nothing was written. Read it again and repeat the change.",
  });
}

/** The error for an object of more than `maxBytes`. */
export function tooLarge(name: string, maxBytes: number): ScrapbookError {
  return new ScrapbookError("store-too-large", {
    what: "It is larger than allowed",
    source: name,
    expected: `at most ${maxBytes} bytes`,
    hint: "Raise maxBytes if you trust it.",
  });
}

/** The error for what a store cannot do. @param what `write`, `list`, as a sentence ends with it. */
export function unsupported(store: string, name: string, what: string): ScrapbookError {
  return new ScrapbookError("store-unsupported", {
    what: `The store ${store} cannot ${what}`,
    source: name,
  });
}
