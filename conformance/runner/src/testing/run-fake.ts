import { fileURLToPath } from "node:url";
import { type RunOptions, runSuite, type SuiteRun } from "../run/run-suite.ts";
import type { LoadedCase } from "../suite/case.ts";
import { makeCase } from "./case.ts";

/** The words that start the fake harness, which answers `start` as `mode` says. */
export function fakeHarness(...mode: readonly string[]): readonly string[] {
  const file = fileURLToPath(new URL("../harness/fake-harness.mjs", import.meta.url));
  return [process.execPath, file, ...mode];
}

/** Runs cases against the fake harness; it does what a case's id says. */
export function runFake(
  ids: readonly (string | LoadedCase)[],
  options: Partial<RunOptions> = {},
  mode: readonly string[] = [],
): Promise<SuiteRun> {
  const cases = ids.map((wanted) => (typeof wanted === "string" ? makeCase(wanted) : wanted));
  return runSuite(fakeHarness(...mode), cases, {
    ...{ startTimeoutMs: 60_000, caseTimeoutMs: 60_000, known: new Map() },
    requestOf: ({ run }) => run,
    ...options,
  });
}
