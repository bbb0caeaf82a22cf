import type { CaseResult } from "../run/case-result.ts";
import { levels } from "../suite/case.ts";
import { isComplete, type Report } from "./report.ts";

/** How several implementations do, as rows of a table; Markdown and HTML are made of it. */
export interface SupportTable {
  /** One for each report: `name version (language)`. */
  readonly columns: readonly string[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly SupportRow[] }[];
}

/** One row: a level, a group, or a case. */
export interface SupportRow {
  readonly name: string;
  readonly description?: string;
  readonly cells: readonly SupportCell[];
}

/** `good` is complete or passed, `bad` is nothing or failed, `part` is between, `none` not run. */
export interface SupportCell {
  readonly state: "good" | "part" | "bad" | "none";
  readonly text: string;
  /** What to show when it is pointed at. */
  readonly hint?: string;
}

/**
 * The support table of `reports`: passed of each level's total, passed of each group, and every
 * case that does not pass everywhere.
 */
export function createSupportTable(reports: readonly Report[]): SupportTable {
  const columns = reports.map(
    ({ implementation: { name, version, language } }) => `${name} ${version} (${language})`,
  );
  const results = reports.flatMap((report) => report.results);
  const groups = [...new Set(results.map(({ group }) => group))].sort();
  const cases = new Map(results.map((result) => [result.id, result.description]));
  const caseRows = [...cases]
    .map(([id, description]) => ({
      ...{ name: id, description },
      cells: reports.map((report) => cellOf(report.results.find((result) => result.id === id))),
    }))
    .filter(({ cells }) => cells.some(({ state }) => state !== "good"));
  return {
    columns,
    sections: [
      { title: "Levels", rows: levelRows(reports) },
      { title: "Groups", rows: groups.map((group) => groupRow(reports, group)) },
      { title: "Cases that do not pass everywhere", rows: caseRows },
    ],
  };
}

function levelRows(reports: readonly Report[]): readonly SupportRow[] {
  return levels.map((level) => ({
    name: level,
    cells: reports.map((report) => countCell(report.levels[level])),
  }));
}

function groupRow(reports: readonly Report[], group: string): SupportRow {
  return {
    name: group,
    cells: reports.map(({ results }) => {
      const ofGroup = results.filter((result) => result.group === group);
      const passed = ofGroup.filter(({ outcome }) => outcome === "pass").length;
      return countCell({ passed, total: ofGroup.length });
    }),
  };
}

function countCell(score: { readonly passed: number; readonly total: number }): SupportCell {
  if (score.total === 0) return { state: "none", text: "–" };
  const state = isComplete(score) ? "good" : score.passed > 0 ? "part" : "bad";
  return { state, text: `${score.passed} of ${score.total}` };
}

function cellOf(result: CaseResult | undefined): SupportCell {
  if (result === undefined) return { state: "none", text: "–" };
  const { outcome, known, message, differences = [] } = result;
  if (outcome === "pass") return { state: "good", text: "pass" };
  const [first] = differences;
  const why = first && `${first.path}: expected ${first.expected}, got ${first.got}`;
  const hint = known ?? message ?? why ?? "";
  const text = known === undefined || outcome === "skipped" ? outcome : "known failure";
  return { state: outcome === "skipped" ? "none" : "bad", text, hint };
}
