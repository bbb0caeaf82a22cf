import { existsSync } from "node:fs";
import { installedServer } from "../servers/installs.mjs";
import { findProgram, firstExecutable, isExecutable, onPath } from "./find-program.mjs";
import { root } from "./root.mjs";

/**
 * What tests may need beyond Node. Each has a way to find it and a sentence for those who lack it.
 * @typedef {"python" | "pandas2" | "chromium" | "go" | "strace" |
 *   "jupyter" | "versitygw" | "fakegcs" | "azurite" | "hdfs" | "kernels" | "ijavascript" | "runtimes"} Need
 */

/** @type {Record<Need, { find(): string | undefined, env: string, missing: string }>} */
const needs = {
  python: {
    env: "SCRAPBOOK_PYTHON",
    find: () => firstExecutable([".venv/bin/python", ".venv/Scripts/python.exe"]),
    missing: "no Python environment (`npm run python` makes .venv, or set SCRAPBOOK_PYTHON)",
  },
  pandas2: {
    env: "SCRAPBOOK_PYTHON_PANDAS2",
    find: () => firstExecutable([".venv-pandas2/bin/python", ".venv-pandas2/Scripts/python.exe"]),
    missing:
      "no Python with pandas 2 (`npm run python` makes .venv-pandas2, or set SCRAPBOOK_PYTHON_PANDAS2)",
  },
  chromium: {
    env: "CHROMIUM_BIN",
    find: () =>
      onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) ??
      firstExecutable([
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]),
    missing: "no Chromium (install it, or set CHROMIUM_BIN)",
  },
  strace: {
    env: "STRACE_BIN",
    find: () => onPath(["strace"]),
    missing: "no strace (Linux only: install it)",
  },
  kernels: {
    env: "SCRAPBOOK_KERNELS",
    find: () => findNeed("python") && firstExecutable([".kernels/bin/python"]),
    missing: "no Jupyter kernels (`npm run python`, then `npm run kernels` makes .kernels)",
  },
  ijavascript: {
    env: "SCRAPBOOK_IJAVASCRIPT",
    find: () => findNeed("python") && firstExecutable([".kernels/bin/ijavascript"]),
    missing: "no IJavascript (install libzmq3-dev, g++ and make, then `npm run kernels`)",
  },
  runtimes: {
    env: "SCRAPBOOK_RUNTIMES",
    find: () => installedRuntimes(),
    missing: "no Deno, Bun, workerd and further Nodes (`npm run runtimes` makes .runtimes)",
  },
  jupyter: {
    env: "SCRAPBOOK_JUPYTER_SERVER",
    find: () => firstExecutable([".venv/bin/jupyter-server", ".venv/Scripts/jupyter-server.exe"]),
    missing:
      "no Jupyter server (`npm run python` makes .venv with one, or set SCRAPBOOK_JUPYTER_SERVER)",
  },
  go: {
    env: "GO_BIN",
    find: () => findProgram("go"),
    missing: "no Go (install it, or set GO_BIN)",
  },
  versitygw: {
    env: "SCRAPBOOK_VERSITYGW",
    find: () => installedServer("versitygw"),
    missing: "no versitygw, an S3 (`npm run servers` installs it; needs Go)",
  },
  fakegcs: {
    env: "SCRAPBOOK_FAKE_GCS",
    find: () => installedServer("fake-gcs-server"),
    missing: "no fake-gcs-server (`npm run servers` installs it; needs Go)",
  },
  azurite: {
    env: "SCRAPBOOK_AZURITE",
    find: () => installedServer("azurite"),
    missing: "no azurite (`npm run servers` installs it)",
  },
  hdfs: {
    env: "SCRAPBOOK_HDFS",
    find: () => (findProgram("java") === undefined ? undefined : installedServer("hdfs")),
    missing: "no HDFS (`npm run servers` installs it; needs Java and Maven)",
  },
};

function installedRuntimes() {
  const file = `${root}.runtimes/runtimes.json`;
  return existsSync(file) ? file : undefined;
}

/** Those that are files for another program to run. @type {ReadonlySet<Need>} */
const files = new Set(/** @type {const} */ (["azurite", "hdfs", "runtimes"]));

/** Test files `*.<suffix>.test.ts` run only where the need is met. */
export const suffixNeeds = /** @type {const} */ ({
  browser: "chromium",
  chromium: "chromium",
  python: "python",
  go: "go",
  versitygw: "versitygw",
  fakegcs: "fakegcs",
  azurite: "azurite",
  hdfs: "hdfs",
  kernel: "kernels",
  ijavascript: "ijavascript",
  jupyter: "jupyter",
  "jupyter.browser": "jupyter",
  "jupyter.chromium": "jupyter",
  runtimes: "runtimes",
});

/**
 * The program that meets a need: the environment variable's, else one found in the usual places.
 * @param {Need} need
 * @returns {string | undefined}
 */
export function findNeed(need) {
  const { env, find } = needs[need];
  const named = process.env[env];
  if (named === undefined || named === "") return find();
  if (!(files.has(need) ? existsSync(named) : isExecutable(named)))
    throw new Error(`${env} names no program: ${named}`);
  return named;
}

/** @param {Need} need */
export const whyMissing = (need) => needs[need].missing;

/**
 * Environment variables that tell tests where the met needs are.
 * @returns {Record<string, string>}
 */
export function needsEnv() {
  /** @type {Record<string, string>} */
  const env = {};
  for (const need of /** @type {Need[]} */ (Object.keys(needs))) {
    const program = findNeed(need);
    if (program !== undefined) env[needs[need].env] = program;
  }
  return env;
}
