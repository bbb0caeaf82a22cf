import { describeValue } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";

/** No path and no address is longer; A notebook's text is. */
const longestLocation = 4_096;

/**
 * A location as stores take it: text and handles as they are, of a URL its text.
 *
 * @param taker the function that got it, for the message.
 * @throws `usage-argument` for what is certainly no location, such as a notebook's text or bytes.
 * None of it comes into the message.
 */
export function toLocation(taker: string, given: unknown): unknown {
  if (typeof given === "string") {
    if (given.length > longestLocation || /^\uFEFF?\s*[{[]\s*["{\]}]/.test(given)) {
      throw notALocation(taker, given, "A notebook's text is read by parseNotebook(text).");
    }
    return given;
  }
  if (typeof given !== "object" || given === null) throw notALocation(taker, given);
  if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer) {
    throw notALocation(taker, given, "A notebook's bytes are read by parseNotebook(bytes).");
  }
  if ("then" in given) throw notALocation(taker, given, "Await it first.");
  if (Array.isArray(given)) {
    throw notALocation(taker, given, "A list is read by readNotebooks(list).");
  }
  return "href" in given && typeof given.href === "string" ? given.href : given;
}

/** The error for what no store can serve. Of a text it says the length alone: it may be a notebook. */
export function notALocation(taker: string, given: unknown, hint?: string): ScrapbookError {
  return new ScrapbookError("usage-argument", {
    what: `${taker} takes a path or an address`,
    got: typeof given === "string" ? `a text of ${given.length} characters` : describeValue(given),
    expected: "where a notebook lies",
    hint,
  });
}
