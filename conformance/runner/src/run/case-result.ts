import type { Difference } from "../compare/difference.ts";
import type { Level } from "../suite/case.ts";

/**
 * What came of one case.
 *
 * - `pass`: the answer is as the case expects.
 * - `fail`: it is not.
 * - `skipped`: the harness does not declare what the case requires, or said that it cannot do it.
 * - `errored`: there was no answer: the harness broke the protocol, or reported that it broke.
 */
export type Outcome = "pass" | "fail" | "skipped" | "errored";

/** The result of one case. */
export interface CaseResult {
  readonly id: string;
  readonly group: string;
  readonly level: Level;
  readonly description: string;
  /** The case's file, below `cases/`. */
  readonly file: string;
  readonly outcome: Outcome;
  /** Whether the run may pass with it: passed and skipped, and known failures that fail. */
  readonly expected: boolean;
  /** The reason that the file of known failures gives. */
  readonly known?: string;
  /** Why it was skipped or errored. */
  readonly message?: string;
  /** Where the answer is not as expected. */
  readonly differences?: readonly Difference[];
  /** The end of what the harness wrote to stderr meanwhile, where the case did not pass. */
  readonly stderr?: string;
  /** Milliseconds from the request to the answer. */
  readonly durationMs: number;
}

/** Whether a run may pass with `outcome`. A known failure that passes may not stay listed. */
export function isExpected(outcome: Outcome, known: string | undefined): boolean {
  if (outcome === "skipped") return true;
  return (outcome === "pass") === (known === undefined);
}

/** How many cases had each outcome. */
export interface Summary {
  readonly total: number;
  readonly pass: number;
  readonly fail: number;
  readonly skipped: number;
  readonly errored: number;
  /** Of `fail` and `errored`: those that were known. */
  readonly known: number;
  /** Those that make the run fail. */
  readonly unexpected: number;
}

/** Counts `results`. */
export function summarize(results: readonly CaseResult[]): Summary {
  const count = (test: (result: CaseResult) => boolean): number => results.filter(test).length;
  return {
    total: results.length,
    pass: count(({ outcome }) => outcome === "pass"),
    fail: count(({ outcome }) => outcome === "fail"),
    skipped: count(({ outcome }) => outcome === "skipped"),
    errored: count(({ outcome }) => outcome === "errored"),
    known: count(({ outcome, known }) => known !== undefined && isBroken(outcome)),
    unexpected: count(({ expected }) => !expected),
  };
}

function isBroken(outcome: Outcome): boolean {
  return outcome === "fail" || outcome === "errored";
}
