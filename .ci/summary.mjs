// Prints the stages' times and, alone on the last line, `N passed, N failed`: every suite's tests, and one failure
// for each stage that failed by itself.
import { existsSync, readFileSync } from "node:fs";

const stages = readFileSync(process.argv[2] ?? "", "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"))
  .map(([name, seconds, code]) => ({ name, seconds: Number(seconds), code: Number(code) }));

const summaryFile = new URL("../test-results/summary.json", import.meta.url);
const tested = stages.find(({ name }) => name === "npm test");
const tests =
  tested !== undefined && existsSync(summaryFile)
    ? JSON.parse(readFileSync(summaryFile, "utf8"))
    : { passed: 0, failed: 1, suites: [] };

console.log("\n=== times");
for (const { name, seconds, code } of stages) {
  console.log(`${String(seconds).padStart(5)} s  ${name}${code === 0 ? "" : "  FAILED"}`);
}
for (const { name, seconds } of tests.suites) {
  console.log(`${seconds.toFixed(0).padStart(5)} s    of which ${name}`);
}

for (const name of tests.atSecondTry ?? []) console.log(`passed at the second try: ${name}`);

const broken = stages.filter(({ name, code }) => code !== 0 && name !== "npm test").length;
const silent = tested !== undefined && tested.code !== 0 && tests.failed === 0 ? 1 : 0;
const failed = tests.failed + broken + silent;
console.log(`\n${tests.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
