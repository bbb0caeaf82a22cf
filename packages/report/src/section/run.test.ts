import type { Run, RunStatus } from "@scrapbook/core";
import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { renderRunBadge, renderRunFacts } from "./run.ts";

test.each<[RunStatus, string, string]>([
  ["completed", "completed", "good"],
  ["failed", "failed", "bad"],
  ["partial", "unfinished", "warn"],
  ["none", "no run", "none"],
])("a run that is %s bears the badge %s", (status, word, tone) => {
  expect(`${renderRunBadge({ status } as Run)}`).toBe(`<span class="badge ${tone}">${word}</span>`);
});

test("a run that cannot be read says so", () => {
  expect(`${renderRunBadge(undefined)}`).toContain("unreadable");
});

const facts = (papermill: unknown, cells: unknown[] = []) =>
  renderRunFacts(readEntry("nb", notebookOf({}, { papermill, cells }), 0))?.toString();

test("a notebook that papermill never ran has no facts", () => {
  expect(facts(undefined)).toBeUndefined();
});

test("a run tells its duration, start and papermill's version", () => {
  const papermill = {
    start_time: "2026-11-23T01:04:59.582345+00:00",
    end_time: "2026-11-23T01:05:02.177337+00:00",
    duration: 2.594992,
    exception: null,
    version: "2.7.0",
  };
  expect(facts(papermill)).toBe(
    '<span class="facts">2.6\u00a0s · started <time datetime="2026-11-23T01:04:59.582345+00:00">2026-11-23 01:04 UTC</time> · papermill 2.7.0</span>',
  );
});

test("a failed run tells what was raised, and where", () => {
  const cell = {
    cell_type: "code",
    metadata: { papermill: { exception: true, status: "failed" } },
    source: "",
    execution_count: 5,
    outputs: [{ output_type: "error", ename: "ValueError", evalue: "<no> prices", traceback: [] }],
  };
  expect(facts({ exception: true, start_time: "x", end_time: "y" }, [cell])).toContain(
    '<strong class="fault">ValueError: &lt;no&gt; prices</strong> at In [5], <code>/cells/0</code>',
  );
});

test("an unfinished run says so", () => {
  expect(facts({ start_time: "2026-11-23T01:04:59", end_time: null })).toContain(
    "It has not ended, or was killed",
  );
});
