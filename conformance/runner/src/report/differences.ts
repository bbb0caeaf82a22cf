import type { Difference } from "../compare/difference.ts";

/** Differences as lines for people: the place, then what was expected and what came. */
export function formatDifferences(differences: readonly Difference[]): string {
  return differences
    .flatMap(({ path, expected, got }) => [path, `  expected  ${expected}`, `  got       ${got}`])
    .join("\n");
}
