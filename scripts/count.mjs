/** @typedef {{ passed: number, failed: number }} Count */

/**
 * How many tests a suite ran. A suite that ran none, or that failed without saying which, has failed.
 * @param {string} output What the suite printed.
 * @param {number} code Its exit code.
 * @returns {Count}
 */
export function countLine(output, code) {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1) ?? [];
  return settle({ passed: Number(passed ?? 0), failed: Number(failed ?? 0) }, code);
}

/**
 * The same from vitest's JSON report, in which a file that does not load has no failed test.
 * @param {any} report
 * @param {number} code
 * @returns {Count}
 */
export function countVitest(report, code) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === "failed" &&
      file.assertionResults.every((/** @type {any} */ test) => test.status !== "failed"),
  );
  return settle(
    { passed: report.numPassedTests, failed: report.numFailedTests + broken.length },
    code,
  );
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
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function settle({ passed, failed }, code) {
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}
