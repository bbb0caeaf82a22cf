import { isRecord, type Json, type JsonRecord } from "../json.ts";
import { digestOf, firstDifference } from "./bytes.ts";
import type { Difference } from "./difference.ts";
import { type NumberLevel, sameNumber } from "./number.ts";
import { type Path, showPath } from "./path.ts";
import { compareRanges, type Range } from "./ranges.ts";
import { show } from "./show.ts";
import { readTag, type Tagged } from "./tag.ts";

/**
 * What a harness asks to have compared beyond what every implementation must agree on.
 *
 * - `code`: the code of errors, problems and warnings. Their category is always compared.
 * - `path`: the JSON pointer of errors, problems, warnings and scraps.
 * - `source`: the exact source text of a scrap's data.
 * - `order`: the order of the members of objects in data. The order of scraps is always compared.
 */
export type Check = "code" | "path" | "source" | "order";

/** What {@link compareAnswer} goes by: what the harness declared at its start. */
export interface CompareOptions {
  /** How closely numbers agree. Default `"exact"`. */
  readonly numbers?: NumberLevel | undefined;
  /** Default: all four. */
  readonly checks?: readonly Check[] | undefined;
  /** The first file of the case, where `expect` has `allowedRanges` of it. */
  readonly original?: Uint8Array | undefined;
  /** How many differences are told; the rest is not looked for. Default 20. */
  readonly maxDifferences?: number | undefined;
}

/** What an implementation says to a case: what it read or made, or the error it refused with. */
export type Answer = { readonly result: Json } | { readonly error: Json };

/** Every check there is. */
export const allChecks: readonly Check[] = ["code", "path", "source", "order"];

/**
 * Compares an answer with a case's `expect`, and tells every difference up to `maxDifferences`;
 * none means that the case passes. Of records, only the members that `expect` names are compared;
 * values (`$object` and the other tags) are compared whole.
 */
export function compareAnswer(
  expect: JsonRecord,
  answer: Answer,
  options: CompareOptions = {},
): readonly Difference[] {
  const comparison: Comparison = {
    numbers: options.numbers ?? "exact",
    checks: options.checks ?? allChecks,
    limit: options.maxDifferences ?? 20,
    differences: [],
    pending: [],
  };
  const { error } = expect;
  if ("error" in answer) {
    if (error !== undefined)
      compareFrom(comparison, { expected: error, got: answer.error, role: "error" });
    else tell(comparison, undefined, "a result", `the error ${show(answer.error)}`);
  } else if (error !== undefined) {
    tell(comparison, undefined, `the error ${show(error)}`, `a result: ${show(answer.result)}`);
  } else {
    const { allowedRanges, ...members } = expect;
    compareFrom(comparison, { expected: members, got: answer.result });
    if (allowedRanges !== undefined && options.original !== undefined) {
      const ranges = allowedRanges as unknown as readonly Range[];
      const differences = compareRanges(ranges, options.original, answer.result);
      for (const difference of differences) comparison.differences.push(difference);
    }
  }
  return comparison.differences;
}

/** `error` records are compared by category and, where declared, by code and path. */
type Role = "error" | "errors" | undefined;

interface Pair {
  readonly expected: Json | undefined;
  readonly got: Json | undefined;
  readonly path?: Path | undefined;
  readonly role?: Role;
}

interface Comparison {
  readonly numbers: NumberLevel;
  readonly checks: readonly Check[];
  readonly limit: number;
  readonly differences: Difference[];
  /** What is still to be compared, the next one last. A stack, because data may be nested deep. */
  readonly pending: Pair[];
}

function compareFrom(comparison: Comparison, start: Pair): void {
  comparison.pending.push(start);
  for (let pair = comparison.pending.pop(); pair; pair = comparison.pending.pop()) {
    if (comparison.differences.length >= comparison.limit) return;
    const next = comparePair(comparison, pair);
    for (let index = next.length - 1; index >= 0; index--) {
      comparison.pending.push(next[index] as Pair);
    }
  }
}

/** Compares one level and gives the pairs below it. */
function comparePair(comparison: Comparison, pair: Pair): readonly Pair[] {
  const { path, role } = pair;
  const [expected, got] = [readTag(pair.expected), readTag(pair.got)];
  if (expected.kind === "any") return [];
  if (expected.kind === "array" && got.kind === "array") {
    if (expected.items.length !== got.items.length)
      tell(comparison, path, showLength(expected.items), showLength(got.items));
    const shared = expected.items.slice(0, got.items.length);
    return shared.map((item, step) => ({
      expected: item,
      got: got.items[step],
      path: { parent: path, step },
      role: role === "errors" ? "error" : undefined,
    }));
  }
  if (expected.kind === "object" && got.kind === "object")
    return compareMembers(comparison, expected.members, got.members, path);
  if (expected.kind === "error" && got.kind === "error")
    return compareRecords(comparison, expected.error, got.error, path, "error");
  if (expected.kind === "record" && got.kind === "record")
    return compareRecords(comparison, expected.record, got.record, path, role);
  if (!sameLeaf(expected, got, comparison.numbers))
    tell(comparison, path, show(pair.expected), `${show(pair.got)}${showOffset(expected, got)}`);
  return [];
}

function compareRecords(
  comparison: Comparison,
  expected: JsonRecord,
  got: JsonRecord,
  path: Path | undefined,
  role: Role,
): readonly Pair[] {
  const names = Object.keys(expected).filter((name) => isCompared(comparison, name, role));
  if (role === "error" && !sameCategory(expected, got)) {
    tell(comparison, path, `the error ${show(expected)}`, `the error ${show(got)}`);
    return [];
  }
  return names.map((step) => ({
    expected: expected[step],
    got: Object.hasOwn(got, step) ? got[step] : undefined,
    path: { parent: path, step },
    role: roleOf(step),
  }));
}

/** Members of an object in data: the whole of it, in order where the harness declared order. */
function compareMembers(
  comparison: Comparison,
  expected: readonly (readonly [string, Json])[],
  got: readonly (readonly [string, Json])[],
  path: Path | undefined,
): readonly Pair[] {
  const [wanted, found] = [new Map(expected), new Map(got)];
  const keys = got.map(([key]) => key);
  if (found.size < got.length) {
    tell(comparison, path, "each key once", `keys ${show(keys)}`);
    return [];
  }
  const extra = keys.filter((key) => !wanted.has(key));
  const missing = expected
    .filter(([key, value]) => !found.has(key) && readTag(value).kind !== "any")
    .map(([key]) => key);
  if (extra.length + missing.length > 0) {
    tell(comparison, path, `keys ${show([...wanted.keys()])}`, `keys ${show(keys)}`);
  } else if (comparison.checks.includes("order")) {
    const order = [...wanted.keys()].filter((key) => found.has(key));
    if (order.some((key, index) => key !== keys[index]))
      tell(comparison, path, `keys in the order ${show(order)}`, `the order ${show(keys)}`);
  }
  return [...wanted]
    .filter(([key]) => found.has(key))
    .map(([step, value]) => ({
      expected: value,
      got: found.get(step),
      path: { parent: path, step },
    }));
}

function sameLeaf(expected: Tagged, got: Tagged, numbers: NumberLevel): boolean {
  switch (expected.kind) {
    case "null":
    case "absent":
      return got.kind === expected.kind;
    case "boolean":
      return got.kind === "boolean" && got.value === expected.value;
    case "number":
      return got.kind === "number" && sameNumber(expected.text, got.text, numbers);
    case "text":
      return got.kind === "text" && got.text === expected.text;
    case "bytes":
      if (got.kind === "bytes") return firstDifference(expected.bytes, got.bytes) < 0;
      return got.kind === "digest" && sameDigest(digestOf(expected.bytes), got.digest);
    case "digest":
      if (got.kind === "bytes") return sameDigest(expected.digest, digestOf(got.bytes));
      return got.kind === "digest" && sameDigest(expected.digest, got.digest);
    default:
      return false;
  }
}

function sameDigest(a: { sha256: string; length: number }, b: typeof a): boolean {
  return a.sha256 === b.sha256 && a.length === b.length;
}

function isCompared(comparison: Comparison, name: string, role: Role): boolean {
  if (role === "error" && (name === "category" || name === "message")) return false;
  const isDeclared = name === "path" || name === (role === "error" ? "code" : "source");
  return !isDeclared || comparison.checks.includes(name);
}

function roleOf(name: string): Role {
  if (name === "error") return "error";
  return name === "problems" || name === "warnings" || name === "errors" ? "errors" : undefined;
}

/** The category of an error: the first word of its code, where it is not said. */
function sameCategory(expected: JsonRecord, got: JsonRecord): boolean {
  const wanted = categoryOf(expected);
  return wanted === undefined || wanted === categoryOf(got);
}

function categoryOf(error: JsonRecord): Json | undefined {
  const { category, code } = error;
  return category ?? (typeof code === "string" ? code.split("-", 1)[0] : undefined);
}

function tell(comparison: Comparison, path: Path | undefined, expected: string, got: string): void {
  if (comparison.differences.length < comparison.limit)
    comparison.differences.push({ path: showPath(path), expected, got });
}

/** A list of another length: its size, and the names of its records, which tell what is missing. */
function showLength(items: readonly Json[]): string {
  const names = items.map((item) => (isRecord(item) ? (item.name ?? item.code ?? item.key) : item));
  return `${items.length} of them: ${show(names.filter((name) => name !== undefined))}`;
}

function showOffset(expected: Tagged, got: Tagged): string {
  if (expected.kind === "bytes" && got.kind === "bytes")
    return `; the first byte that differs is at ${firstDifference(expected.bytes, got.bytes)}`;
  if (expected.kind === "text" && got.kind === "text" && expected.text.length > 60) {
    const [a, b] = [expected.text, got.text];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [wanted, found] = [a.slice(at, at + 30), b.slice(at, at + 30)];
    return `; from character ${at}: expected ${show(wanted)}, got ${show(found)}`;
  }
  return "";
}
