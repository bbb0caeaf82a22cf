import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("contest.py", import.meta.url));

/** The Python that has scrapbook and orjson: SCRAPBOOK_PYTHON, else the repository's .venv. */
export function findPython() {
  const venv = fileURLToPath(new URL("../../../.venv/bin/python", import.meta.url));
  const python = process.env.SCRAPBOOK_PYTHON ?? venv;
  return existsSync(python) ? python : undefined;
}

/** @typedef {{ seconds: number, scraps: number }} Turn */

/**
 * CPU time, imports not counted, of one Python contestant over the notebooks of a folder.
 *
 * @param {string} python
 * @param {"scrapbook" | "orjson"} name
 * @param {string} folder
 * @returns {Turn}
 */
export function runPython(python, name, folder) {
  const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  return JSON.parse(
    execFileSync(python, [script, name, folder], /** @type {any} */ (options)).toString(),
  );
}
