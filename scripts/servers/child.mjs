import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A server that runs: where it is, and how it ends.
 * @typedef {object} RunningServer
 * @property {string} url `http://127.0.0.1:PORT`, without a slash at its end.
 * @property {() => Promise<void>} stop Ends it and removes its files.
 */

/**
 * A loopback port that was free a moment ago, and that the system gives to nobody who asks for any: those begin at
 * 32,768, and one of them may be taken by a connection before the server has it.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** A folder of its own for a server's files. @param {string} name */
export const serverFolder = (name) => mkdtempSync(join(tmpdir(), `scrapbook-${name}-`));

/**
 * Starts a program and waits until it is ready. It ends with this process, in whatever way that ends, short of a kill.
 * @param {string} name For messages.
 * @param {readonly string[]} command
 * @param {object} options
 * @param {Record<string, string>} [options.env]
 * @param {string} options.folder Its files; removed when it has ended.
 * @param {(output: string) => Promise<string | undefined>} options.ready Gives its URL once it answers. Asked again and
 *   again, with what it has printed so far.
 * @param {number} [options.readyMs] How long it may take to be ready. Default 120,000.
 * @returns {Promise<RunningServer>}
 */
export async function startChild(name, [program, ...args], options) {
  const { env = {}, folder, ready, readyMs = 120_000 } = options;
  const child = spawn(/** @type {string} */ (program), args, {
    cwd: folder,
    env: { ...process.env, ...env },
    // A server that reads its input learns from its end that we are gone.
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (/** @type {string} */ text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("close", () => resolve());
    child.once("error", (error) => {
      output += error.message;
      resolve();
    });
  });
  const stop = async () => {
    process.removeListener("exit", kill);
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };

  const isOver = { is: false };
  void ended.then(() => {
    isOver.is = true;
  });
  const deadline = performance.now() + readyMs;
  while (!isOver.is && performance.now() < deadline) {
    const url = await ready(output);
    if (url !== undefined) return { url, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${name} did not start:\n${output.slice(-2000)}`);
}

/**
 * The URL, once a server answers there with anything at all.
 * @param {string} url
 * @param {string} [path]
 */
export async function answering(url, path = "/") {
  try {
    await (await fetch(url + path, { signal: AbortSignal.timeout(5000) })).arrayBuffer();
    return url;
  } catch {
    return undefined;
  }
}
