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
 * The same from vitest's report, in which a file that does not load, or what was thrown elsewhere, has no failed test.
 * @param {import("./vitest-report.mjs").VitestReport} report
 * @returns {Count}
 */
export function countVitest({ modules, errors }) {
  const sum = (/** @type {(module: import("./vitest-report.mjs").ModuleReport) => number} */ of) =>
    modules.reduce((total, module) => total + of(module), 0);
  const failed = sum((module) => module.failed.length + Number(module.isBroken));
  return { passed: sum((module) => module.passed), failed: failed + errors.length };
}

/**
 * The tests that vitest left out: those that skip themselves.
 * @param {import("./vitest-report.mjs").VitestReport} report
 * @returns {string[]}
 */
export function skippedTests({ modules }) {
  return modules.flatMap(({ file, skipped }) => skipped.map((name) => `${file}: ${name}`));
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
