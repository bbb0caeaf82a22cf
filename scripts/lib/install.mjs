import { existsSync } from "node:fs";
import { root } from "./root.mjs";
import { npm, run, silentEnv, turbo } from "./run.mjs";

/** Installs the dependencies where there are none yet, and says so in one line. Ends the process when it fails. */
export async function installWhatIsMissing() {
  if (existsSync(`${root}node_modules/.package-lock.json`)) return;
  console.log("Installing dependencies (npm ci) ...");
  if (!(await succeeds(npm("ci", "--loglevel=error"), "npm ci"))) process.exit(1);
}

/**
 * Builds the packages; takes a second where nothing has changed since the last build. A package that does not build
 * stops only those that need it. Nothing is done where `SCRAPBOOK_BUILT` is 1: another process has built, and builds at
 * once would write over what others read.
 * @returns {Promise<boolean>} Whether all of them built.
 */
export async function build() {
  if (process.env.SCRAPBOOK_BUILT === "1") return true;
  console.log("Building the packages ...");
  return succeeds(turbo("build", "--continue=dependencies-successful"), "The build");
}

/**
 * @param {string[]} command
 * @param {string} what
 */
async function succeeds(command, what) {
  const { code, output } = await run(command, { quiet: true, env: silentEnv });
  if (code !== 0) console.error(`${output.trimEnd()}\n\n${what} failed.`);
  return code === 0;
}
