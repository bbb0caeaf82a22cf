import { expect, test } from "vitest";
import { countLine, countVitest, settle, skippedTests } from "./count.mjs";

test("a suite's last line counts", () => {
  expect(countLine("3 passed, 9 failed\nnoise\n12 passed, 0 failed\n")).toEqual({
    passed: 12,
    failed: 0,
  });
});

test("a suite that runs no test has failed", () => {
  expect(settle(countLine("0 passed, 0 failed\n"), 0)).toEqual({ passed: 0, failed: 1 });
  expect(settle(countLine("all is well\n"), 0)).toEqual({ passed: 0, failed: 1 });
});

test("a suite that exits non-zero has failed, whatever it says", () => {
  expect(settle(countLine("5 passed, 0 failed\n"), 1)).toEqual({ passed: 5, failed: 1 });
});

const moduleOf = (file: string, more: object) => ({
  ...{ project: "a", file, seconds: 1, passed: 0, failed: [], skipped: [], isBroken: false },
  ...more,
});
const report = {
  modules: [
    moduleOf("a.test.ts", { passed: 1, failed: ["b"], skipped: ["c"] }),
    moduleOf("b.test.ts", { isBroken: true }),
  ],
  errors: ["the browser has gone"],
};

test("what fails outside of tests counts as a failure", () => {
  expect(countVitest(report)).toEqual({ passed: 1, failed: 3 });
});

test("a test that skips itself is named", () => {
  expect(skippedTests(report)).toEqual(["a.test.ts: c"]);
});
