import { ScrapbookError } from "../error.ts";
import { kindPhrase } from "../json/kind.ts";
import type { JsonKind } from "../json/walk.ts";

/** The error for JSON that is no notebook because it is no object. */
export function notAnObject(got: JsonKind): ScrapbookError {
  return new ScrapbookError("notebook-not-object", {
    what: "The JSON is not a notebook",
    path: "",
    got: kindPhrase(got),
    expected: "an object with nbformat, metadata and cells",
  });
}

/** The error for a member that a notebook cannot do without. Its path is the object that lacks it. */
export function memberMissing(path: string): ScrapbookError {
  const slash = path.lastIndexOf("/");
  return new ScrapbookError("notebook-member-missing", {
    what: `A part of the notebook has no ${path.slice(slash + 1)}`,
    path: path.slice(0, slash),
  });
}

/** The error for a part of a notebook that has the wrong JSON type. */
export function wrongType(path: string, got: JsonKind, expected: JsonKind): ScrapbookError {
  return new ScrapbookError("notebook-member-type", {
    what: "A part of the notebook has the wrong type",
    path,
    got: kindPhrase(got),
    expected: kindPhrase(expected),
  });
}
