// npm test: installs and builds what is missing, runs every suite that this machine can run, says which it left
// out, and ends with `N passed, N failed`. SCRAPBOOK_REQUIRE=all makes a failure of each leaving-out.
// `npm test -- vitest` runs only the suites whose names hold one of the words.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { countLine, countVitest, settle, skippedTests } from "./count.mjs";
import { build, installWhatIsMissing } from "./lib/install.mjs";
import { findNeed, needsEnv, suffixNeeds, whyMissing } from "./lib/needs.mjs";
import { root } from "./lib/root.mjs";
import { run, silentEnv } from "./lib/run.mjs";
import { sourceFiles } from "./lib/walk.mjs";
import { isThere, suites } from "./suites.mjs";

const requireAll = process.env.SCRAPBOOK_REQUIRE === "all";
const words = process.argv.slice(2);
const results = `${root}test-results`;
const vitestReport = `${results}/vitest.json`;

/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const ran = [];
/** @type {string[]} */
const leftOut = [];

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
await installWhatIsMissing();
if (!(await build())) ran.push({ name: "build", passed: 0, failed: 1, seconds: 0 });

const chosen = suites.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const [vitest, others] = [
  chosen.filter(({ name }) => name === "vitest"),
  chosen.filter(({ name }) => name !== "vitest"),
];
// vitest uses the whole machine; the others are one process each.
await runAll(vitest, 1);
await runAll(others, Math.max(1, availableParallelism()));

console.log();
for (const { name, passed, failed, seconds } of ran) {
  console.log(`${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
for (const line of leftOut) console.log(`${requireAll ? "FAILED, " : ""}left out: ${line}`);

const passed = ran.reduce((sum, suite) => sum + suite.passed, 0);
const failed =
  ran.reduce((sum, suite) => sum + suite.failed, 0) + (requireAll ? leftOut.length : 0);
writeFileSync(
  `${results}/summary.json`,
  `${JSON.stringify({ passed, failed, suites: ran, leftOut }, null, 2)}\n`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * Runs suites, so many at a time. What they print comes as it is made where one runs alone, else suite by suite.
 * @param {readonly import("./suites.mjs").Suite[]} some
 * @param {number} lanes
 */
async function runAll(some, lanes) {
  const waiting = [...some];
  const isAlone = lanes === 1 || some.length === 1;
  const work = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) {
      await tryToRun(suite, isAlone);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @param {boolean} isAlone
 */
async function tryToRun(suite, isAlone) {
  const missing = suite.needs.find((need) => findNeed(need) === undefined);
  if (missing !== undefined) leftOut.push(`${suite.name}: ${whyMissing(missing)}`);
  else if (!isThere(suite)) leftOut.push(`${suite.name}: there is no ${suite.file}`);
  else await runSuite(suite, isAlone);
  if (suite.name === "vitest") leftOut.push(...unmetTestFiles());
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @param {boolean} isAlone
 */
async function runSuite(suite, isAlone) {
  const heading = `\n--- ${suite.name}`;
  if (isAlone) console.log(heading);
  const start = performance.now();
  const { code, output } = await run(suite.command(), {
    env: { ...silentEnv, ...needsEnv(), SCRAPBOOK_BUILT: "1" },
    quiet: !isAlone,
  });
  const seconds = (performance.now() - start) / 1000;
  if (!isAlone) console.log(`${heading}\n${output.trimEnd()}`);
  const report = suite.name === "vitest" && existsSync(vitestReport) ? readReport() : undefined;
  const count = report === undefined ? (suite.count ?? countLine)(output) : countVitest(report);
  for (const name of report === undefined ? [] : skippedTests(report)) {
    leftOut.push(`skipped test ${name.replace(root, "")}`);
  }
  ran.push({ name: suite.name, ...settle(count, code), seconds });
}

/** @returns {any} */
function readReport() {
  return JSON.parse(readFileSync(vitestReport, "utf8"));
}

/** Vitest's configuration leaves out the files whose need is not met: count them here. */
function unmetTestFiles() {
  return Object.entries(suffixNeeds).flatMap(([suffix, need]) => {
    if (findNeed(need) !== undefined) return [];
    const name = new RegExp(`\\.${suffix}\\.test\\.ts$`);
    const files = sourceFiles(
      ["packages", "schemas", "conformance", "scripts", "examples", "quality"],
      name,
    );
    return files.length === 0
      ? []
      : [`${files.length} test files *.${suffix}.test.ts: ${whyMissing(need)}`];
  });
}
