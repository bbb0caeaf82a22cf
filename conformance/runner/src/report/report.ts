import type { Implementation, StartAnswer } from "../protocol/message.ts";
import { type CaseResult, type Summary, summarize } from "../run/case-result.ts";
import { type Level, type LoadedCase, levels } from "../suite/case.ts";

/** A run as data: what `--json` writes. `schema/report.schema.json` says what each member means. */
export interface Report {
  readonly report: 1;
  readonly suite: { readonly version: string; readonly cases: number };
  readonly implementation: Implementation;
  readonly harness: Pick<StartAnswer, "capabilities" | "numbers" | "levels" | "checks">;
  readonly summary: Summary;
  readonly levels: Readonly<Record<Level, LevelScore>>;
  /** Milliseconds, from the start of the harness to its end. */
  readonly durationMs: number;
  readonly results: readonly CaseResult[];
}

/** What a badge shows. */
export interface LevelScore {
  readonly passed: number;
  /** Every case of the level that is in force, whether it was selected, declared or neither. */
  readonly total: number;
}

/** What {@link createReport} makes a report of. */
export interface Ran {
  readonly version: string;
  /** The whole suite: what was left out counts as not passed. */
  readonly cases: readonly LoadedCase[];
  readonly start: StartAnswer;
  readonly results: readonly CaseResult[];
  readonly durationMs: number;
}

/** The report of a run. */
export function createReport({ version, cases, start, results, durationMs }: Ran): Report {
  const inForce = cases.filter(({ deprecated }) => deprecated === undefined);
  const { capabilities, numbers, levels: meant, checks } = start;
  return {
    report: 1,
    suite: { version, cases: inForce.length },
    implementation: start.implementation,
    harness: { capabilities, numbers, levels: meant, checks },
    summary: summarize(results),
    levels: countLevels(inForce, results),
    durationMs: Math.round(durationMs),
    results,
  };
}

function countLevels(
  cases: readonly LoadedCase[],
  results: readonly CaseResult[],
): Readonly<Record<Level, LevelScore>> {
  const passed = new Set(results.filter((result) => result.outcome === "pass").map(({ id }) => id));
  const scores = levels.map((level) => {
    const ofLevel = cases.filter((candidate) => candidate.level === level);
    const score = {
      passed: ofLevel.filter(({ id }) => passed.has(id)).length,
      total: ofLevel.length,
    };
    return [level, score] as const;
  });
  return Object.fromEntries(scores) as Record<Level, LevelScore>;
}

/** Whether a level is complete. One without cases is not: nothing was proved. */
export function isComplete({ passed, total }: LevelScore): boolean {
  return total > 0 && passed === total;
}
