import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What one process took, in seconds and MiB; `imported` are the seconds until Python had its imports. @typedef {{ cpu: number, wall: number, peak?: number, imported?: number }} Cost */
/** @typedef {{ scraps: number, cold: Cost, warm?: { cpu: number, wall: number } | null }} Turn */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const venv = here("../../../.venv/bin/python");
const orjsonVenv = here("../../../.venv-bench/bin/python");

/** Runs a contestant's reader on the notebooks of a folder. @typedef {(reader: string, folder: string, passes: number) => Turn} Program */

/** What runs a contestant; `undefined` where it is not installed. @param {import("./contestants.js").Contestant} contestant @returns {Program | undefined} */
export function programFor({ by, reader }) {
  if (by === "node") return runNode;
  if (by === "python") {
    const python = pythonFor(reader);
    return python && ((which, folder, passes) => runPython(python, which, folder, passes));
  }
  const rq = findRq();
  return rq && ((which, folder) => (which === "nothing" ? noTurn : runRq(rq, folder)));
}

/** @type {Turn} */
const noTurn = { scraps: 0, cold: { cpu: 0, wall: 0 } };

/** @param {string} reader @param {string} folder @param {number} passes @returns {Turn} */
export function runNode(reader, folder, passes) {
  return parsed(run(process.execPath, [here("turn.js"), reader, folder, String(passes)]));
}

/** The Python that has a reader's package, if any. @param {string} reader */
export function pythonFor(reader) {
  const given = process.env.SCRAPBOOK_PYTHON ?? venv;
  return [given, orjsonVenv].find((one) => existsSync(one) && hasModule(one, reader));
}

/** @param {string} python @param {string} reader @param {string} folder @param {number} passes @returns {Turn} */
export function runPython(python, reader, folder, passes) {
  return parsed(run(python, [here("turn.py"), reader, folder, String(passes)]));
}

/** Where rsonpath's command is: RQ_BIN, else cargo's folder. */
function findRq() {
  const path = process.env.RQ_BIN ?? `${process.env.HOME}/.cargo/bin/rq`;
  return existsSync(path) ? path : undefined;
}

const rqQuery = `$.cells[*].outputs[*].data["application/scrapbook.scrap.json+json"]`;

/** Counts payloads, a process for each file. @param {string} rq @param {string} folder @returns {Turn} */
function runRq(rq, folder) {
  const loop = `for f in "$1"/*; do "$0" -r count '${rqQuery}' "$f"; done; times >&2`;
  const start = performance.now();
  const { stdout, stderr } = spawnSync("bash", ["-c", loop, rq, folder], { encoding: "utf8" });
  const wall = (performance.now() - start) / 1000;
  // The second line is what the children took: "0m1.234s 0m0.567s".
  const [, children = ""] = stderr.trim().split("\n").slice(-2);
  const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = times.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  const scraps = stdout
    .trim()
    .split("\n")
    .reduce((sum, line) => sum + Number(line), 0);
  return { scraps, cold: { cpu, wall } };
}

/** @param {string} python @param {string} name */
function hasModule(python, name) {
  const probe = `import importlib.util as u, sys; sys.exit(u.find_spec("${name}") is None)`;
  return spawnSync(python, ["-c", probe], { stdio: "ignore" }).status === 0;
}

/** @param {string} program @param {readonly string[]} args */
function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr.trim().split("\n").at(-1));
  return stdout;
}

/** @param {string} stdout @returns {Turn} */
function parsed(stdout) {
  return JSON.parse(/** @type {string} */ (stdout.trim().split("\n").at(-1)));
}
