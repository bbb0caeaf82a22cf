import { describe, expect, test } from "vitest";
import { makeCase, makeResult } from "../testing/case.ts";
import { formatBadge } from "./badge.ts";
import { formatHtml } from "./html.ts";
import { formatJunit } from "./junit.ts";
import { formatMarkdown } from "./markdown.ts";
import { createReport, type Report } from "./report.ts";
import { createSupportTable } from "./support-table.ts";
import { formatFailure, formatSummary } from "./terminal.ts";

const difference = { path: "scraps[0].name", expected: '"a|b"', got: '"<b>"' };
const results = [
  makeResult("good"),
  makeResult("bad", {
    ...{ outcome: "fail", expected: false, differences: [difference] },
    stderr: "Traceback\u0007 & more",
  }),
  makeResult("broken", { outcome: "errored", expected: false, message: "it left\nwith 2" }),
  makeResult("left-out", {
    group: "edit",
    level: "editor",
    outcome: "skipped",
    message: "no edit",
  }),
  makeResult("rounds", { outcome: "fail", known: "1.0 is 1", differences: [difference] }),
  makeResult("better", { expected: false, known: "was wrong" }),
];

function makeReport(name = "tool", given = results): Report {
  const cases = results.map(({ id, group, level }) => makeCase(id, { group, level }));
  return createReport({
    version: "1.0.0",
    cases: [
      ...cases,
      makeCase("not-selected"),
      makeCase("old", { deprecated: { since: "1.1.0", reason: "it was wrong" } }),
    ],
    start: {
      protocol: 1,
      implementation: { name, language: "Go", version: "0.1.0" },
      ...{ capabilities: ["read"], numbers: "exact", levels: ["reader"], checks: ["code"] },
    },
    results: given,
    durationMs: 1234.4,
  });
}

describe("createReport", () => {
  test("counts a level's total whether selected or not", () => {
    expect(makeReport().levels).toEqual({
      reader: { passed: 2, total: 6 },
      editor: { passed: 0, total: 1 },
      gluer: { passed: 0, total: 0 },
      pandas: { passed: 0, total: 0 },
      pieces: { passed: 0, total: 0 },
    });
  });
  test("counts outcomes", () => {
    expect(makeReport().summary).toEqual({
      ...{ total: 6, pass: 2, fail: 2, skipped: 1, errored: 1, known: 1, unexpected: 3 },
    });
  });
});

describe("formatSummary", () => {
  test("ends with passed and failed on a line of their own", () => {
    expect(formatSummary(makeReport())).toBe(
      [
        "tool 0.1.0 (Go), 6 cases in 1.2 s",
        "  reader   2 of 6",
        "  editor   0 of 1",
        "  skipped 1: no edit",
        "  known failures 1",
        "  errored 1",
        "1 passed, 3 failed",
      ].join("\n"),
    );
  });
});

describe("formatFailure", () => {
  const text = (id: string): string =>
    formatFailure(results.find((result) => result.id === id) ?? makeResult(id));
  test("shows where an answer differs, and stderr", () => {
    expect(text("bad").split("\n")).toEqual([
      "FAIL  bad: bad holds",
      "  scraps[0].name",
      '    expected  "a|b"',
      '    got       "<b>"',
      "  its stderr:",
      "  | Traceback\u0007 & more",
      "  see cases/fake/bad.json",
    ]);
  });
  test("shows why there was no answer", () => {
    expect(text("broken")).toContain("ERRORED  broken: broken holds\n  it left\n  with 2\n");
  });
  test("asks to take off the list what passes", () => {
    expect(text("better")).toContain("UNEXPECTED PASS  better");
    expect(text("better")).toContain("listed as known to fail (was wrong); take it off the list");
  });
});

describe("formatJunit", () => {
  const xml = formatJunit(makeReport());
  test("counts what fails a build, known failures among the skipped", () => {
    expect(xml).toContain(
      '<testsuites name="tool (Go)" tests="6" failures="2" errors="1" skipped="2" time="1.234">',
    );
    expect(xml).toContain('<testsuite name="edit" tests="1" failures="0" errors="0" skipped="1"');
  });
  test("has each case under its group", () => {
    expect(xml).toContain('<testcase classname="fake" name="good: good holds" time="0.002"/>');
    expect(xml).toContain('<skipped message="known failure: 1.0 is 1"/>');
    expect(xml).toContain(
      '<failure message="it passes, and is listed as known to fail: was wrong"/>',
    );
  });
  test("escapes what XML cannot hold", () => {
    expect(xml).toContain("expected  &quot;a|b&quot;\n  got       &quot;&lt;b&gt;&quot;</failure>");
    expect(xml).toContain("<system-err>Traceback\uFFFD &amp; more</system-err>");
  });
});

describe("createSupportTable", () => {
  const table = createSupportTable([makeReport("tool"), makeReport("other", [makeResult("bad")])]);
  test("has a column for each report, and rows for levels, groups and odd cases", () => {
    expect(table.columns).toEqual(["tool 0.1.0 (Go)", "other 0.1.0 (Go)"]);
    const names = table.sections.map(({ rows }) => rows.map(({ name }) => name));
    expect(names).toEqual([
      ["reader", "editor", "gluer", "pandas", "pieces"],
      ["edit", "fake"],
      ["good", "bad", "broken", "left-out", "rounds", "better"],
    ]);
  });
  test("is Markdown whose cells hold no bar of their own", () => {
    const markdown = formatMarkdown(table);
    expect(markdown).toContain("| reader | ◐ 2 of 6 | ◐ 1 of 6 |");
    expect(markdown).toContain("| fake | ◐ 2 of 5 | ✓ 1 of 1 |");
    expect(markdown).toContain(
      "| `bad` bad holds | ✗ fail: scraps[0].name: expected &quot;a\\|b&quot;, got &quot;&lt;b&gt;&quot; | ✓ pass |",
    );
    expect(markdown).toContain("| `rounds` rounds holds | ✗ known failure: 1.0 is 1 | – |");
  });
  test("is one HTML page in which nothing can run", () => {
    const html = formatHtml(table);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<td class="part">2 of 6</td><td class="part">1 of 6</td>');
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
    expect(html).not.toMatch(/<script|<img|<link|https?:/);
  });
  test("says none where every case passes everywhere", () => {
    const all = createSupportTable([makeReport("tool", [makeResult("good")])]);
    expect(formatMarkdown(all)).toContain("## Cases that do not pass everywhere\n\nNone.");
    expect(formatHtml(all)).toContain("<p>None.</p>");
  });
});

describe("formatBadge", () => {
  const rows: readonly [passed: number, total: number, color: string][] = [
    [3, 3, "#2e7d32"],
    [1, 3, "#8a6100"],
    [0, 3, "#b3261e"],
    [0, 0, "#b3261e"],
  ];
  for (const [passed, total, color] of rows) {
    test(`shows ${passed} of ${total}`, () => {
      const svg = formatBadge("reader", { passed, total });
      expect(svg).toContain(`aria-label="scrapbook reader: ${passed} of ${total}"`);
      expect(svg).toContain(`fill="${color}"`);
    });
  }
});
