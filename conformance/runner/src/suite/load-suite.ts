import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { CannotRun } from "../cannot-run.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import type { Case, LoadedCase } from "./case.ts";
import { explainSyntaxError } from "./json-position.ts";
import { locateSuite, packageFolder, type SuiteFolder } from "./locate.ts";

/** A suite: its cases, in order of group and file name. */
export interface Suite extends SuiteFolder {
  /** The version of the package that the suite belongs to. */
  readonly version: string;
  readonly cases: readonly LoadedCase[];
}

/**
 * Loads the suite in `folder`, by default the one inside this package. Throws `CannotRun`, naming
 * the file and the line, for a case file that is broken, and for a suite with no case.
 */
export function loadSuite(folder?: string): Suite {
  const place = locateSuite(folder);
  const cases = listCaseFiles(place.folder).map((file) => loadCase(place.folder, file));
  if (cases.length === 0) throw new CannotRun(`the suite in ${place.folder} has no case`);
  const twice = findTwice(cases);
  if (twice !== undefined) throw new CannotRun(twice);
  return { ...place, version: readVersion(), cases };
}

/** The cases of {@link loadSuite}: those that are in force. */
export function loadCases(folder?: string): readonly LoadedCase[] {
  return loadSuite(folder).cases.filter(({ deprecated }) => deprecated === undefined);
}

/** Every file below `cases/` that is a case by its name, with `/`, in order of code points. */
export function listCaseFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, "cases"), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => file.endsWith(".json"))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The JSON of one case file. Throws {@link CannotRun} that names file, line and column. */
export function readCaseFile(folder: string, file: string): Json {
  const text = readFileSync(join(folder, "cases", file), "utf8");
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CannotRun(`cases/${file}: ${explainSyntaxError(text)}`);
  }
}

function loadCase(folder: string, file: string): LoadedCase {
  const content = readCaseFile(folder, file);
  const complaint = isRecord(content) ? complainOf(content) : "it is not an object";
  if (complaint !== undefined)
    throw new CannotRun(`cases/${file}: ${complaint}; \`scrapbook-conformance lint\` tells more`);
  return { ...(content as unknown as Case), group: file.split("/")[0] ?? "", file };
}

/** What running a case cannot do without; the rest is for `lint`. */
function complainOf(content: JsonRecord): string | undefined {
  if (typeof content.id !== "string") return "it has no id";
  if (typeof content.level !== "string") return "it has no level";
  if (!Array.isArray(content.requires)) return "it has no requires";
  if (!isRecord(content.run) || typeof content.run.op !== "string") return "it has no run.op";
  return isRecord(content.expect) ? undefined : "it has no expect";
}

function findTwice(cases: readonly LoadedCase[]): string | undefined {
  const files = new Map<string, string>();
  for (const { id, file } of cases) {
    const other = files.get(id);
    if (other !== undefined) return `cases/${file} and cases/${other} have the same id ${id}`;
    files.set(id, file);
  }
  return undefined;
}

/** The version of this package. */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as Json;
  return isRecord(manifest) && typeof manifest.version === "string" ? manifest.version : "0.0.0";
}
