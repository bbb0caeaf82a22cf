// The rules of this house that no other linter knows: file names, test names, cycles, module boundaries.
// A long file is only a question, and fails nothing.
import { readFileSync } from "node:fs";
import { root } from "../lib/root.mjs";
import { sourceFiles } from "../lib/walk.mjs";
import { crossings } from "./boundaries.mjs";
import { cycles } from "./cycles.mjs";
import { importsOf } from "./imports.mjs";
import { testProblems } from "./test-names.mjs";

const longFile = 400;
const drawers = /\/(utils?|helpers?|misc|common)\.(m?[jt]s|py)$/;
const folders = ["packages", "conformance", "quality", "scripts", "schemas", "examples"];

const files = sourceFiles(folders, /\.(m?[jt]s|py)$/);
const scripts = files.filter((file) => !file.endsWith(".py"));
const imports = scripts
  .filter((file) => !file.endsWith(".d.ts"))
  .flatMap((file) => importsOf(file));

const problems = [
  ...files.filter((file) => drawers.test(file)).map((file) => `${file}: a file is named by a noun`),
  ...scripts
    .filter((file) => /\.test\.m?ts$/.test(file))
    .flatMap((file) => testProblems(file, readFileSync(root + file, "utf8"))),
  ...cycles(imports).map((cycle) => `cycle: ${cycle}`),
  ...crossings(imports),
];

for (const file of files) {
  const lines = readFileSync(root + file, "utf8").split("\n").length - 1;
  if (lines > longFile) console.log(`note: ${file} has ${lines} lines: is it one thing?`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
