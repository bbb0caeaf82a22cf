import type { LoadedCase } from "../suite/case.ts";
import { type CaseResult, isExpected, type Outcome } from "./case-result.ts";
import type { KnownFailures } from "./known-failures.ts";

/** What is told with an outcome. */
export type Details = Partial<
  Pick<CaseResult, "message" | "differences" | "stderr" | "durationMs">
>;

/** The results so far. A later outcome of the same case replaces the earlier. */
export interface Scoreboard {
  readonly tell: (wanted: LoadedCase, outcome: Outcome, details: Details) => void;
  /** As {@link Scoreboard.tell}, for a case of which only the id is known; nothing for any other. */
  readonly tellById: (id: string | undefined, outcome: Outcome, details: Details) => void;
  /** In the order of the cases. */
  readonly results: () => readonly CaseResult[];
}

/** A scoreboard for `cases`; `onResult` is told each outcome as it comes. */
export function createScoreboard(
  cases: readonly LoadedCase[],
  knownFailures: KnownFailures,
  onResult: (result: CaseResult) => void = () => {},
): Scoreboard {
  const results = new Map<string, CaseResult>();
  const tell: Scoreboard["tell"] = (wanted, outcome, details) => {
    const { id, group, level, description, file } = wanted;
    const known = knownFailures.get(id);
    const expected = isExpected(outcome, known);
    const result: CaseResult = {
      ...{ id, group, level, description, file, outcome, expected },
      ...(known === undefined ? {} : { known }),
      durationMs: 0,
      ...details,
    };
    results.set(id, result);
    onResult(result);
  };
  return {
    tell,
    tellById(id, outcome, details) {
      const wanted = cases.find((candidate) => candidate.id === id);
      if (wanted !== undefined) tell(wanted, outcome, details);
    },
    results: () => cases.flatMap(({ id }) => results.get(id) ?? []),
  };
}
