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

/** The error for a member that a notebook cannot do without. Its path is the object that lacks it. */
export function memberMissing(path: string, kind: "object" | "array"): ScrapbookError {
  const slash = path.lastIndexOf("/");
  const member = path.slice(slash + 1);
  return new ScrapbookError("notebook-member-missing", {
    what: `A part of the notebook has no ${member}`,
    path: path.slice(0, slash),
    expected: `${kindPhrase(kind)} named ${member}`,
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
