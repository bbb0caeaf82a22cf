// The rules of this house that no other linter knows: file names, test names, spread arguments.
// A long file is only a question, and fails nothing, but for sources of core.
import { readFileSync } from "node:fs";
import { root } from "../lib/root.mjs";
import { sourceFiles } from "../lib/walk.mjs";
import { spreadArguments } from "./spread-arguments.mjs";
import { testProblems } from "./test-names.mjs";

const longFile = 400;
const longestOfCore = 250;
const drawers = /\/(utils?|helpers?|misc|common)\.(m?[jt]s|py)$/;
const folders = [
  ...["packages", "conformance", "quality", "scripts", "schemas", "examples"],
  "integrations",
];

const files = sourceFiles(folders, /\.(m?[jt]s|py)$/);
const scripts = files.filter((file) => !file.endsWith(".py"));

const problems = [
  ...files.filter((file) => drawers.test(file)).map((file) => `${file}: a file is named by a noun`),
  ...scripts
    .filter((file) => /\.test\.m?ts$/.test(file))
    .flatMap((file) => testProblems(file, readFileSync(root + file, "utf8"))),
  ...scripts
    .filter((file) => /^(packages|conformance)\//.test(file))
    .filter((file) => !/\.test\.m?ts$|\/testing\//.test(file))
    .flatMap((file) => spreadArguments(file, readFileSync(root + file, "utf8"))),
];

for (const file of files) {
  const lines = readFileSync(root + file, "utf8").split("\n").length - 1;
  if (isSourceOfCore(file) && lines > longestOfCore) {
    problems.push(`${file} has ${lines} lines: a source of core has at most ${longestOfCore}`);
  } else if (lines > longFile) console.log(`note: ${file} has ${lines} lines: is it one thing?`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @param {string} file */
function isSourceOfCore(file) {
  return /^packages\/core\/src\//.test(file) && !/\.test\.ts$|\/(testing|generated)\//.test(file);
}
