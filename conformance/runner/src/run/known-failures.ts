import { CannotRun } from "../cannot-run.ts";
import { isRecord } from "../json.ts";
import { readJsonFile } from "../json-file.ts";

/** Why a case fails, by its id. */
export type KnownFailures = ReadonlyMap<string, string>;

/**
 * Reads a file of known failures: a JSON object `{"case-id": "reason"}`. `$schema` is left out.
 * Throws {@link CannotRun} for a broken file, an empty reason, and an id that is not in `ids`: a
 * case that was renamed or withdrawn must not stay excused.
 */
export function readKnownFailures(file: string, ids: ReadonlySet<string>): KnownFailures {
  const content = readObject(file);
  const failures = new Map<string, string>();
  for (const [id, reason] of Object.entries(content)) {
    if (id === "$schema") continue;
    if (typeof reason !== "string" || reason.trim() === "")
      throw new CannotRun(`${file}: ${id} has no reason`);
    if (!ids.has(id)) throw new CannotRun(`${file}: there is no case ${id}`);
    failures.set(id, reason);
  }
  return failures;
}

function readObject(file: string): object {
  const content = readJsonFile(file);
  if (isRecord(content)) return content;
  throw new CannotRun(`${file} is not an object of case ids and reasons`);
}
