import { ScrapbookError } from "../error.ts";
import { kindPhrase } from "../json/kind.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";

/** The error for JSON that is no notebook because it is no object. */
export function notAnObject(bytes: Uint8Array, root: ValueSpan): ScrapbookError {
  return new ScrapbookError("notebook-not-object", {
    what: "The JSON is not a notebook",
    path: "",
    got: kindPhrase(kindAt(bytes, root.valueStart)),
    expected: "an object with nbformat, metadata and cells",
  });
}

/** The error for a member that a notebook cannot do without. */
export function memberMissing(path: string, kind: "object" | "array"): ScrapbookError {
  return new ScrapbookError("notebook-member-missing", {
    what: `The notebook lacks ${path.slice(path.lastIndexOf("/") + 1)}`,
    path,
    expected: kindPhrase(kind),
  });
}

/** The error for a member of the wrong JSON type. */
export function memberType(
  bytes: Uint8Array,
  value: ValueSpan,
  path: string,
  kind: "object" | "array",
): ScrapbookError {
  return new ScrapbookError("notebook-member-type", {
    what: "A part of the notebook has the wrong type",
    path,
    got: kindPhrase(kindAt(bytes, value.valueStart)),
    expected: kindPhrase(kind),
  });
}
