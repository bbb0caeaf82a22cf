// npm run kernels: installs the Jupyter kernels that gluing is tested in into .kernels, and nowhere else: Deno and
// tslab from npm, IJavascript where libzmq's headers are there. Leaves what is already there at the same versions.
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./lib/root.mjs";
import { npm, run } from "./lib/run.mjs";

const folder = join(root, ".kernels");
const bin = join(folder, "bin");
const stamp = join(folder, "kernels.sha256");

/** Exact versions: what a kernel records is what we test. */
const kernels = { deno: "2.9.6", tslab: "1.0.22", "@types/node": "20.19.43" };
const ijavascript = { ijavascript: "5.2.1" };

const wanted = createHash("sha256")
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(`${process.version} ${existsSync("/usr/include/zmq.h")} ${folder}`)
  .digest("hex");
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log(".kernels is up to date");
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  await install(folder, kernels);
  writeKernels();
  if (await installIJavascript()) writeIJavascript();
  writeFileSync(stamp, wanted);
  console.log(".kernels is ready");
}

function writeKernels() {
  const deno = [denoBinary(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  writeKernel("deno", "Deno", "typescript", deno, {
    DENO_DIR: join(folder, "deno-cache"),
    DENO_NO_UPDATE_CHECK: "1",
  });
  const tslab = [process.execPath, join(folder, "node_modules/tslab/bin/tslab"), "kernel"];
  const file = ["--config-path", "{connection_file}"];
  writeKernel("tslab", "tslab", "typescript", [...tslab, ...file]);
  writeKernel("jslab", "jslab", "javascript", [...tslab, "--js", ...file]);
  // Python that finds these kernels, and what tests take for "the kernels are there".
  writeProgram("python", `exec "\${SCRAPBOOK_PYTHON:-${root}.venv/bin/python}" "$@"`);
}

function writeIJavascript() {
  const script = join(folder, "ijavascript/node_modules/ijavascript/lib/kernel.js");
  writeKernel("ijavascript", "IJavascript", "javascript", [
    ...[process.execPath, script, "--protocol=5.1", "{connection_file}"],
  ]);
  writeProgram("ijavascript", `exec "${bin}/python" "$@"`);
}

/** Deno's program itself: its npm package starts it through Node. */
function denoBinary() {
  const platforms = join(folder, "node_modules/@deno");
  const [platform] = readdirSync(platforms);
  return join(platforms, String(platform), process.platform === "win32" ? "deno.exe" : "deno");
}

/**
 * IJavascript's zeromq has no binary for the Node that we support, and its own build downloads libzmq: it is built
 * against the system's, with the headers that came with Node where they are there.
 */
async function installIJavascript() {
  if (!existsSync("/usr/include/zmq.h")) {
    console.log(
      "IJavascript is left out: no libzmq headers (on Debian: apt-get install libzmq3-dev)",
    );
    return false;
  }
  const place = join(folder, "ijavascript");
  mkdirSync(place);
  await install(place, ijavascript);
  const nodeFolder = join(dirname(process.execPath), "..");
  const hasHeaders = existsSync(join(nodeFolder, "include/node/node.h"));
  const { code, output } = await run(npm("rebuild", "zeromq", "--ignore-scripts=false"), {
    cwd: place,
    quiet: true,
    env: {
      npm_config_zmq_external: "true",
      ...(hasHeaders ? { npm_config_nodedir: nodeFolder } : {}),
    },
  });
  const isBuilt = existsSync(join(place, "node_modules/zeromq/build/Release/zmq.node"));
  if (code === 0 && isBuilt) return true;
  console.log(`IJavascript is left out: its zeromq did not build\n${output.slice(-2000)}`);
  return false;
}

/**
 * @param {string} place
 * @param {Record<string, string>} packages
 */
async function install(place, packages) {
  writeFileSync(join(place, "package.json"), '{ "private": true }\n');
  const specifiers = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const quiet = [
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--prefer-offline",
  ];
  const { code, output } = await run(npm("install", "--save-exact", ...quiet, ...specifiers), {
    cwd: place,
    quiet: true,
  });
  if (code === 0) return;
  console.error(output);
  process.exit(1);
}

/**
 * @param {string} name
 * @param {string} display
 * @param {string} language
 * @param {string[]} argv
 * @param {Record<string, string>} [env]
 */
function writeKernel(name, display, language, argv, env = {}) {
  const place = join(folder, "share/jupyter/kernels", name);
  mkdirSync(place, { recursive: true });
  const spec = { argv, env, display_name: display, language };
  writeFileSync(join(place, "kernel.json"), `${JSON.stringify(spec, undefined, 1)}\n`);
}

/**
 * @param {string} name
 * @param {string} command
 */
function writeProgram(name, command) {
  const path = join(bin, name);
  // Only these kernels are seen beside Python's own: the user's are not the project's.
  const lines = ["#!/bin/sh", `export JUPYTER_PATH="${folder}/share/jupyter"`, command, ""];
  writeFileSync(path, lines.join("\n"));
  chmodSync(path, 0o755);
}
