import {
  type Answer,
  type Check,
  compareAnswer,
  formatDifferences,
  type Json,
  loadSuite,
  type NumberLevel,
  originalOf,
  requestOf,
} from "@scrapbook/conformance";
import { describe, expect, test } from "vitest";
import { answer, type Harness, type Request } from "./loop.ts";

/** Runs every case that `harness` declares to be able to do, in this process. */
export function testCases(harness: Harness): void {
  const { capabilities, numbers, checks } = harness.start as {
    capabilities: readonly string[];
    numbers: NumberLevel;
    checks: readonly Check[];
  };
  const suite = loadSuite();
  const cases = suite.cases.filter(
    ({ deprecated, requires }) =>
      deprecated === undefined && requires.every((name) => capabilities.includes(name)),
  );
  for (const group of new Set(cases.map((wanted) => wanted.group))) {
    describe(group, () => {
      for (const wanted of cases.filter((one) => one.group === group)) {
        test(wanted.id, async () => {
          const request = { cmd: "run", seq: 1, ...requestOf(suite, wanted) };
          const given = await answer(harness, request as unknown as Request);
          if (!("result" in given || "error" in given)) throw new Error(JSON.stringify(given));
          // As the runner gets it: through JSON.
          const told = JSON.parse(JSON.stringify(given)) as Answer;
          const ordered: readonly Check[] = hasIndexKeys(wanted.expect)
            ? checks
            : [...checks, "order"];
          const original = originalOf(suite, wanted);
          const options = { numbers, checks: ordered, original };
          expect(formatDifferences(compareAnswer(wanted.expect, told, options))).toBe("");
        });
      }
    });
  }
}

/** Whether a key looks like an array's index: JavaScript puts such keys first. */
function hasIndexKeys(expected: Json): boolean {
  return /\["(?:0|[1-9][0-9]*)",/.test(JSON.stringify(expected));
}
