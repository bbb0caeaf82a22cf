// npm run gen: makes every generated file anew; npm run gen:check: fails where one differs from what is committed.
// npm run gen -- api sizes: only these.
import { existsSync } from "node:fs";
import { build } from "./lib/install.mjs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

/**
 * @typedef {object} Generator
 * @property {string} name
 * @property {string} script
 * @property {boolean} [built] Whether it looks at what the build made (default false).
 */

/** @type {Generator[]} */
const generators = [
  { name: "protocol", script: "scripts/gen-protocol.mjs" },
  { name: "simd", script: "scripts/gen-simd.mjs" },
  { name: "lock", script: "scripts/fix-lock.mjs" },
  { name: "package-files", script: "scripts/package-files.mjs" },
  { name: "page-script", script: "scripts/page-script.mjs" },
  { name: "api", script: "scripts/api-report.mjs", built: true },
  { name: "options", script: "scripts/options-page.mjs", built: true },
  { name: "cli", script: "scripts/cli-reference.mjs", built: true },
  { name: "sizes", script: "scripts/sizes.mjs", built: true },
];

const check = process.argv.includes("--check");
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = names.filter((name) => !generators.some((generator) => generator.name === name));
if (unknown.length > 0) {
  console.error(`No such generator: ${unknown.join(", ")}`);
  process.exit(1);
}
const chosen = generators.filter(({ name }) => names.length === 0 || names.includes(name));

for (const { name, script } of chosen.filter(({ built }) => built !== true))
  await make(name, script);
const afterBuild = chosen.filter(({ built }) => built === true);
if (afterBuild.length > 0 && !(await build())) process.exitCode = 1;
for (const { name, script } of afterBuild) await make(name, script);

/**
 * @param {string} name
 * @param {string} script
 */
async function make(name, script) {
  const { code } = existsSync(root + script)
    ? await run([process.execPath, root + script, ...(check ? ["--check"] : [])])
    : { code: 1 };
  console.log(`${code === 0 ? "ok" : "FAILED"}  ${name}`);
  if (code !== 0) process.exitCode = 1;
}
