import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { root } from "./root.mjs";

/**
 * What tests may need beyond Node. Each has a way to find it and a sentence for those who lack it.
 * @typedef {"python" | "pandas2" | "chromium" | "go" | "strace"} Need
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
  go: {
    env: "GO_BIN",
    find: () => onPath(["go"]) ?? firstExecutable(["/usr/local/go/bin/go"]),
    missing: "no Go (install it, or set GO_BIN)",
  },
};

/** Test files `*.<suffix>.test.ts` run only where the need is met. */
export const suffixNeeds = /** @type {const} */ ({
  browser: "chromium",
  chromium: "chromium",
  python: "python",
  go: "go",
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
  if (!isExecutable(named)) throw new Error(`${env} names no program: ${named}`);
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

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const ends = process.platform === "win32" ? [".exe"] : [""];
  return firstExecutable(
    names.flatMap((name) =>
      folders.flatMap((folder) => ends.map((end) => join(folder, name + end))),
    ),
  );
}

/** @param {string[]} paths Relative ones start at the repository's root. */
function firstExecutable(paths) {
  return paths.map((path) => (isAbsolute(path) ? path : join(root, path))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
