import type { CaseResult } from "../run/case-result.ts";
import { levels } from "../suite/case.ts";
import { formatDifferences } from "./differences.ts";
import { isComplete, type Report } from "./report.ts";

/** Everything about one case that did not go as expected, for a person at a terminal. */
export function formatFailure(result: CaseResult): string {
  const { id, file, description, outcome, known, message, differences = [], stderr } = result;
  const lines = [`${outcomeWord(result)}  ${id}: ${description}`];
  if (known !== undefined && outcome === "pass")
    lines.push(`  it is listed as known to fail (${known}); take it off the list`);
  if (outcome !== "pass" && message !== undefined) lines.push(indent(message.trimEnd()));
  if (differences.length > 0) lines.push(indent(formatDifferences(differences)));
  if (stderr !== undefined) lines.push("  its stderr:", indent(lastLines(stderr, 20), "  | "));
  lines.push(`  see cases/${file}`);
  return lines.join("\n");
}

/** What came of the run: counts, levels, and last of all `N passed, N failed` on a line alone. */
export function formatSummary(report: Report): string {
  const { summary, implementation, durationMs, results } = report;
  const { name, version, language } = implementation;
  const lines = [
    `${name} ${version} (${language}), ${summary.total} cases in ${(durationMs / 1000).toFixed(1)} s`,
  ];
  for (const level of levels) {
    const score = report.levels[level];
    if (score.total === 0) continue;
    const word = isComplete(score) ? "  complete" : "";
    lines.push(`  ${level.padEnd(8)} ${score.passed} of ${score.total}${word}`);
  }
  for (const line of formatSkipped(results)) lines.push(line);
  if (summary.known > 0) lines.push(`  known failures ${summary.known}`);
  if (summary.errored > 0) lines.push(`  errored ${summary.errored}`);
  const passed = results.filter(({ outcome, expected }) => outcome === "pass" && expected).length;
  lines.push(`${passed} passed, ${summary.unexpected} failed`);
  return lines.join("\n");
}

/** One word for what became of a case: `UNEXPECTED PASS` for a known failure that passes. */
export function outcomeWord({ outcome, known, expected }: CaseResult): string {
  if (known !== undefined && outcome !== "skipped")
    return expected ? "known failure" : "UNEXPECTED PASS";
  const words = { pass: "pass", fail: "FAIL", skipped: "skipped", errored: "ERRORED" };
  return words[outcome];
}

/** Reasons that are shown: a reader lacks many capabilities, and each mix of them is a reason. */
const maxReasons = 6;

function formatSkipped(results: readonly CaseResult[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { outcome, message = "" } of results)
    if (outcome === "skipped") counts.set(message, (counts.get(message) ?? 0) + 1);
  const reasons = [...counts].sort(([, a], [, b]) => b - a);
  const lines = reasons
    .slice(0, maxReasons)
    .map(([reason, count]) => `  skipped ${count}: ${reason}`);
  const rest = reasons.slice(maxReasons).reduce((sum, [, count]) => sum + count, 0);
  return rest === 0 ? lines : [...lines, `  skipped ${rest}: for other reasons`];
}

function lastLines(text: string, count: number): string {
  const lines = text.split("\n");
  return lines.length <= count ? text : ["…", ...lines.slice(-count)].join("\n");
}

function indent(text: string, by = "  "): string {
  return text.replaceAll(/^/gm, by);
}
