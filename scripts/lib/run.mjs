import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * @typedef {object} RunResult
 * @property {number} code Exit code; 1 when the command could not be started or was killed.
 * @property {string} output What it printed, both streams, in the order it came.
 */

/**
 * Runs a command to its end, without a shell and without stdin.
 * @param {readonly string[]} command Program and arguments.
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options]
 *   `quiet` (default false) keeps the output from the terminal.
 * @returns {Promise<RunResult>}
 */
export function run([program, ...args], { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(/** @type {string} */ (program), args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding("utf8");
      stream.on("data", (/** @type {string} */ text) => {
        output += text;
        if (!quiet) target.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The command line for npm. Started by npm, we use the very same npm, which also spares Windows its `.cmd`.
 * @param {...string} args
 * @returns {string[]}
 */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? [process.execPath, cli, ...args] : ["npm", ...args];
}

/**
 * The command line for a program that a dependency brings, by the file that its `bin` names.
 * @param {string} file Path under `node_modules`.
 * @param {...string} args
 * @returns {string[]}
 */
export function bin(file, ...args) {
  return [process.execPath, `${root}node_modules/${file}`, ...args];
}

/** @param {...string} args */
export function turbo(...args) {
  return bin("turbo/bin/turbo", "run", ...args, "--output-logs=errors-only");
}

/** Environment in which turbo and friends keep to themselves. */
export const silentEnv = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
