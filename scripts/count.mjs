/** @typedef {{ passed: number, failed: number }} Count */

/**
 * The last line `N passed, N failed` of what a suite printed.
 * @param {string} output
 * @returns {Count | undefined}
 */
export function countLine(output) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
}

/**
 * The same from vitest's JSON report, in which a file that does not load has no failed test.
 * @param {any} report
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === "failed" &&
      file.assertionResults.every((/** @type {any} */ test) => test.status !== "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * The tests that vitest left out: those that skip themselves.
 * @param {any} report
 * @returns {string[]}
 */
export function skippedTests(report) {
  return report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ test) => !["passed", "failed"].includes(test.status))
      .map((/** @type {any} */ test) => `${file.name}: ${test.fullName}`),
  );
}

/**
 * The final count: a suite that ran no test, or that failed without saying where, has failed.
 * @param {Count | undefined} count
 * @param {number} code The suite's exit code.
 * @returns {Count}
 */
export function settle(count, code) {
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}
