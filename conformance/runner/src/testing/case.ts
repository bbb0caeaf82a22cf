import type { CaseResult } from "../run/case-result.ts";
import type { LoadedCase } from "../suite/case.ts";

/** A case that reads nothing and expects no scraps. */
export function makeCase(id: string, more: Partial<LoadedCase> = {}): LoadedCase {
  return {
    ...{ id, since: "1.0.0", level: "reader", spec: ["1"], description: `${id} holds` },
    ...{ requires: ["read"], run: { op: "read" }, expect: { scraps: [] } },
    ...{ group: "fake", file: `fake/${id}.json` },
    ...more,
  };
}

/** A result of {@link makeCase}'s case. */
export function makeResult(id: string, more: Partial<CaseResult> = {}): CaseResult {
  return {
    ...{ id, group: "fake", level: "reader", description: `${id} holds`, file: `fake/${id}.json` },
    ...{ outcome: "pass", expected: true, durationMs: 1.5 },
    ...more,
  };
}
