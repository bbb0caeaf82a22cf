import { posix } from "node:path";
import { readTag } from "../compare/tag.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import type { Case } from "../suite/case.ts";
import type { References } from "./references.ts";

/** What is wrong with one case beyond its schema, a sentence each. */
export function lintCase(
  file: string,
  wanted: Case,
  references: References,
  isFile: (path: string) => boolean,
): readonly string[] {
  return [
    ...lintId(file, wanted.id),
    ...lintDescription(wanted.description),
    ...lintSections(wanted.spec, references),
    ...(wanted.files ?? []).flatMap(({ path }) => lintPath(path, isFile)),
    ...lintValue(wanted.expect, "/expect", references),
    ...lintValue(wanted.run, "/run", references),
  ];
}

function lintId(file: string, id: string): readonly string[] {
  const name = posix.basename(file, ".json");
  return id === name ? [] : [`/id: is ${id}, and the file's name says ${name}`];
}

/** A description is what fails: it must read as a statement about an implementation. */
function lintDescription(description: string): readonly string[] {
  const found: string[] = [];
  const { length } = [...description];
  if (length > 80) found.push(`/description: has ${length} characters, and at most 80 are allowed`);
  if (/\bshould\b/i.test(description)) found.push('/description: says "should"; say what holds');
  if (/^(?:tests?|checks?|verify|verifies|ensures?) /i.test(description))
    found.push("/description: says what the case does; say what holds");
  if (/[.!?]$/.test(description)) found.push("/description: ends with a stop");
  return found;
}

function lintSections(spec: readonly string[], { sections }: References): readonly string[] {
  if (sections === undefined) return [];
  return spec
    .filter((section) => !sections.has(section))
    .map((section) => `/spec: SPEC.md has no section ${section}`);
}

function lintPath(path: string, isFile: (path: string) => boolean): readonly string[] {
  if (posix.isAbsolute(path) || posix.normalize(path).startsWith("..") || path.includes("\\"))
    return [`/files: ${path} is not a path below notebooks/`];
  return isFile(path) ? [] : [`/files: there is no notebooks/${path}`];
}

/** Malformed tags, unknown codes, and categories that are not the code's. */
function lintValue(start: Json, startPath: string, { codes }: References): readonly string[] {
  const found: string[] = [];
  const pending: (readonly [Json, string])[] = [[start, startPath]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [value, path] = next;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) pending.push([member, `${path}/${key}`]);
    if (!isRecord(value)) continue;
    for (const complaint of [...lintTag(value, path), ...lintCode(value, path, codes)]) {
      found.push(complaint);
    }
  }
  return found;
}

function lintTag(value: JsonRecord, path: string): readonly string[] {
  // Values of the host's language stand in requests alone; CASES.md, "Values".
  if (path.startsWith("/run/") && ("$other" in value || "$display" in value)) return [];
  const tagged = readTag(value);
  if (tagged.kind === "mistake") return [`${path}: ${tagged.message}`];
  if (tagged.kind !== "object" || !path.startsWith("/run/")) return [];
  const twice = tagged.members.filter(([key]) => tags.includes(key));
  return twice.map(([key]) => `${path}: the key ${key} looks as if a value was tagged twice`);
}

/** Keys that no value to be written needs, and that a script makes which tags what is tagged. */
const tags: readonly string[] = ["$number", "$string16", "$object", "$bytes", "$sha256", "$other"];

function lintCode(value: JsonRecord, path: string, codes: References["codes"]): readonly string[] {
  const { code, category } = value;
  if (typeof code !== "string") return [];
  const found = codes?.has(code) === false ? [`${path}: errors.json has no code ${code}`] : [];
  if (typeof category === "string" && code.split("-", 1)[0] !== category)
    found.push(`${path}: ${code} is not of category ${category}`);
  return found;
}
