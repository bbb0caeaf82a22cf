import { ScrapbookError } from "../error/error.ts";
import { kindPhrase } from "../json/kind.ts";
import { type JsonKind, kindAt, type ValueSpan } from "../json/walk.ts";

/** The error for JSON that is no notebook because it is no object. */
export function notAnObject(got: JsonKind, offset: number): ScrapbookError {
  return new ScrapbookError("notebook-not-object", {
    what: "The JSON is not a notebook",
    path: "",
    offset,
    got: kindPhrase(got),
    expected: "an object with nbformat, metadata and cells",
  });
}

/** The error for a member that a notebook cannot do without. Its path is the object that lacks it. */
export function memberMissing(path: string, offset: number): ScrapbookError {
  const slash = path.lastIndexOf("/");
  return new ScrapbookError("notebook-member-missing", {
    what: `A part of the notebook has no ${path.slice(slash + 1)}`,
    path: path.slice(0, slash),
    offset,
  });
}

/** The value, if it is there and of its kind. @throws `notebook-member-missing`, `notebook-member-type`. */
export function requireKind(
  bytes: Uint8Array,
  value: ValueSpan | undefined,
  kind: "object" | "array",
  path: string,
  ownerStart: number,
): ValueSpan {
  if (value === undefined) throw memberMissing(path, ownerStart);
  const got = kindAt(bytes, value.valueStart);
  if (got !== kind) throw wrongType(path, got, kind, value.valueStart);
  return value;
}

/** The error for a part of a notebook that has the wrong JSON type. */
export function wrongType(
  path: string,
  got: JsonKind,
  expected: JsonKind,
  offset?: number,
): ScrapbookError {
  return new ScrapbookError("notebook-member-type", {
    what: "A part of the notebook has the wrong type",
    path,
    offset,
    got: kindPhrase(got),
    expected: kindPhrase(expected),
  });
}
