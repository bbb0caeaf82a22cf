import type { FoundProblem } from "./found-problem.ts";

/** One line of JSON a problem. */
export function problemsJson(found: readonly FoundProblem[]): string {
  return found.map((problem) => `${JSON.stringify(problem)}\n`).join("");
}
