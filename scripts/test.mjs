// npm test: installs and builds what is missing, runs every suite that this machine can run, says which it left
// out, and ends with `N passed, N failed`. SCRAPBOOK_REQUIRE=all makes a failure of each leaving-out.
// `npm test -- vitest` runs only the suites whose names hold one of the words.
// SCRAPBOOK_SECOND_TRY=1: what drives browsers, kernels, servers or npm runs a second time where it fails.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { countLine, countVitest, settle, skippedTests } from "./count.mjs";
import { build, installWhatIsMissing } from "./lib/install.mjs";
import { findNeed, needsEnv, suffixNeeds, whyMissing } from "./lib/needs.mjs";
import { root } from "./lib/root.mjs";
import { bin, run, silentEnv } from "./lib/run.mjs";
import { sourceFiles } from "./lib/walk.mjs";
import { filesToRunAgain, passedAtSecondTry, withSecondTry } from "./second-try.mjs";
import { isThere, suites } from "./suites.mjs";

const requireAll = process.env.SCRAPBOOK_REQUIRE === "all";
const mayTryAgain = process.env.SCRAPBOOK_SECOND_TRY === "1";
const words = process.argv.slice(2);
const suffixes = Object.keys(suffixNeeds);
const results = `${root}test-results`;
const vitestReport = `${results}/vitest.json`;

/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const ran = [];
/** @type {string[]} */
const leftOut = [];
/** What passed only the second time. @type {string[]} */
const atSecondTry = [];

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
await installWhatIsMissing();
if (!(await build())) ran.push({ name: "build", passed: 0, failed: 1, seconds: 0 });

const chosen = suites.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const isAlone = chosen.length === 1;
const waiting = [...chosen];
const processors = availableParallelism();
// vitest, which comes first, uses the machine, but for when it waits for browsers and servers: then others go on.
const beside = Math.max(1, Math.floor(processors / 2));
const isWithVitest = chosen.some(({ name }) => name === "vitest");
await Promise.all(
  Array.from({ length: isWithVitest ? 1 + beside : processors }, (_, lane) => work(lane)),
);

console.log();
for (const { name, passed, failed, seconds } of ran) {
  console.log(`${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
for (const name of atSecondTry) console.log(`passed at the second try: ${name}`);
for (const line of leftOut) console.log(`${requireAll ? "FAILED, " : ""}left out: ${line}`);

const passed = ran.reduce((sum, suite) => sum + suite.passed, 0);
const failed =
  ran.reduce((sum, suite) => sum + suite.failed, 0) + (requireAll ? leftOut.length : 0);
writeFileSync(
  `${results}/summary.json`,
  `${JSON.stringify({ passed, failed, suites: ran, leftOut, atSecondTry }, null, 2)}\n`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * Runs one suite after the other while there are any.
 * @param {number} lane
 */
async function work(lane) {
  for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) {
    await tryToRun(suite);
    // Now nothing uses several processors by itself.
    if (lane === 0 && suite.name === "vitest") {
      const more = Array.from({ length: processors - 1 - beside }, () => work(-1));
      await Promise.all([work(-1), ...more]);
    }
  }
}

/** @param {import("./suites.mjs").Suite} suite */
async function tryToRun(suite) {
  const missing = suite.needs.find((need) => findNeed(need) === undefined);
  if (missing !== undefined) leftOut.push(`${suite.name}: ${whyMissing(missing)}`);
  else if (!isThere(suite)) leftOut.push(`${suite.name}: there is no ${suite.file}`);
  else await runSuite(suite);
  if (suite.name === "vitest") leftOut.push(...unmetTestFiles());
}

/** @param {import("./suites.mjs").Suite} suite */
async function runSuite(suite) {
  const start = performance.now();
  const result = suite.name === "vitest" ? await runVitest(suite) : await runOther(suite);
  ran.push({ name: suite.name, ...result, seconds: (performance.now() - start) / 1000 });
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @returns {Promise<import("./count.mjs").Count>}
 */
async function runOther(suite) {
  const { code, output } = await runCommand(suite.name, suite.command());
  const count = settle((suite.count ?? countLine)(output), code);
  if (count.failed === 0 || !mayTryAgain || suite.isOutward !== true) return count;
  const second = await runCommand(`${suite.name}, a second time`, suite.command());
  const again = settle((suite.count ?? countLine)(second.output), second.code);
  if (again.failed === 0) atSecondTry.push(suite.name);
  return again;
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @returns {Promise<import("./count.mjs").Count>}
 */
async function runVitest(suite) {
  const { code } = await runCommand(suite.name, suite.command(), { VITEST_REPORT: vitestReport });
  const first = readReport(vitestReport);
  if (first === undefined) return settle(undefined, code);
  const again = mayTryAgain ? filesToRunAgain(first, suffixes) : new Map();
  const latest = again.size === 0 ? first : await runAgain(first, again);
  leftOut.push(...skippedTests(latest).map((name) => `skipped test ${name}`));
  const count = countVitest(latest);
  return settle(count, again.size === 0 ? code : count.failed);
}

/**
 * Runs test files a second time, one project after the other, and one file at a time.
 * @param {import("./vitest-report.mjs").VitestReport} first
 * @param {ReadonlyMap<string, readonly string[]>} again
 */
async function runAgain(first, again) {
  /** @type {import("./vitest-report.mjs").VitestReport[]} */
  const second = [];
  for (const [project, files] of again) {
    const report = `${results}/second-${second.length}.json`;
    const { code } = await runCommand(
      `vitest, a second time: ${project}`,
      bin("vitest/vitest.mjs", "run", `--project=${project}`, "--maxWorkers=1", ...files),
      { VITEST_REPORT: report },
    );
    const found = readReport(report) ?? { modules: [], errors: ["vitest made no report"] };
    const isSilent = code !== 0 && countVitest(found).failed === 0;
    second.push(isSilent ? { ...found, errors: [`vitest exited with ${code}`] } : found);
  }
  const latest = withSecondTry(first, second);
  atSecondTry.push(...passedAtSecondTry(first, latest));
  return latest;
}

/**
 * Runs a command. What it prints comes as it is made from vitest, or where nothing runs beside it; else at its end.
 * @param {string} name
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 */
async function runCommand(name, command, env = {}) {
  const heading = `\n--- ${name}`;
  const isLive = isAlone || name.startsWith("vitest");
  if (isLive) console.log(heading);
  const result = await run(command, {
    env: { ...silentEnv, ...needsEnv(), SCRAPBOOK_BUILT: "1", ...env },
    quiet: !isLive,
  });
  if (!isLive) console.log(`${heading}\n${result.output.trimEnd()}`);
  return result;
}

/**
 * @param {string} file
 * @returns {import("./vitest-report.mjs").VitestReport | undefined}
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
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
