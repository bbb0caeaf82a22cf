// npm run runtimes: installs the JavaScript runtimes that the packages are tested in into .runtimes, and nowhere else.
// Leaves what is already there at the same versions.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/root.mjs";
import { npm, run } from "./lib/run.mjs";

const folder = join(root, ".runtimes");
const stamp = join(folder, "runtimes.json");

/** What Node's packages call this machine. */
const machine = `${process.platform}-${process.arch}`;

/** Exact versions, by the name under which each lies in `node_modules`. */
const runtimes = {
  node22: `npm:node-${machine}@22.21.1`,
  node24: `npm:node-${machine}@24.21.0`,
  deno: "2.9.6",
  bun: "1.4.5",
  workerd: "1.20261117.1",
};

const wanted = JSON.stringify({ machine, runtimes }, undefined, 1);
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log(".runtimes is up to date");
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const specifiers = Object.entries(runtimes).map(([name, version]) => `${name}@${version}`);
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-package-lock"];
  const install = npm("install", ...quiet, "--prefix", folder, ...specifiers);
  const { code } = await run(install, { cwd: folder });
  if (code === 0) {
    writeFileSync(stamp, wanted);
    console.log(".runtimes is ready");
  } else {
    console.error(".runtimes could not be installed");
    process.exitCode = 1;
  }
}
