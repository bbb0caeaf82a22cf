import type { CaseResult } from "../run/case-result.ts";
import { formatDifferences } from "./differences.ts";
import { escapeMarkup } from "./escape.ts";
import type { Report } from "./report.ts";

/**
 * A report as JUnit XML: a suite for each group, a test case for each case. A known failure is
 * `skipped` with its reason, so that it fails no build; one that passes is a `failure`.
 */
export function formatJunit(report: Report): string {
  const { name, language } = report.implementation;
  const groups = [...new Set(report.results.map(({ group }) => group))];
  const head = attributes({
    name: `${name} (${language})`,
    ...countVerdicts(report.results),
    time: seconds(report.durationMs),
  });
  const suites = groups.map((group) =>
    formatSuite(
      group,
      report.results.filter((result) => result.group === group),
    ),
  );
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${head}>`];
  return [...lines, ...suites, "</testsuites>", ""].join("\n");
}

function formatSuite(group: string, results: readonly CaseResult[]): string {
  const time = seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const head = attributes({ name: group, ...countVerdicts(results), time });
  return [`  <testsuite ${head}>`, ...results.map(formatCase), "  </testsuite>"].join("\n");
}

function formatCase(result: CaseResult): string {
  const { id, group, description, durationMs } = result;
  const name = `${id}: ${description}`;
  const head = attributes({ classname: group, name, time: seconds(durationMs) });
  const verdict = judge(result);
  if (verdict === undefined) return `    <testcase ${head}/>`;
  const { tag, message, details } = verdict;
  const start = `      <${tag} ${attributes({ message })}`;
  return [
    `    <testcase ${head}>`,
    details === "" ? `${start}/>` : `${start}>${escapeMarkup(details)}</${tag}>`,
    ...(result.stderr === undefined
      ? []
      : [`      <system-err>${escapeMarkup(result.stderr)}</system-err>`]),
    "    </testcase>",
  ].join("\n");
}

interface Verdict {
  readonly tag: "failure" | "error" | "skipped";
  readonly message: string;
  readonly details: string;
}

/** What JUnit calls a result; nothing for one that is fine. */
function judge(result: CaseResult): Verdict | undefined {
  const { outcome, expected, known, message = "", differences = [] } = result;
  if (outcome === "skipped") return { tag: "skipped", message, details: "" };
  if (known !== undefined && expected)
    return { tag: "skipped", message: `known failure: ${known}`, details: "" };
  if (known !== undefined) {
    const passes = `it passes, and is listed as known to fail: ${known}`;
    return { tag: "failure", message: passes, details: "" };
  }
  if (outcome === "pass") return undefined;
  const details = outcome === "fail" ? formatDifferences(differences) : message;
  const [first = ""] = details.split("\n", 1);
  return { tag: outcome === "fail" ? "failure" : "error", message: first, details };
}

function countVerdicts(results: readonly CaseResult[]): Readonly<Record<string, string>> {
  const tags = results.map((result) => judge(result)?.tag);
  const count = (tag: Verdict["tag"]): string => String(tags.filter((one) => one === tag).length);
  return {
    tests: String(results.length),
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(value).replaceAll("\n", "&#10;")}"`)
    .join(" ");
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
