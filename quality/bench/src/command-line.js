// npm run command-line --workspace=quality/bench: what the command line costs, as a process of its own. Prints CPU time of
// `get`, the start of an empty process taken off, and of `ls` on 10,000 notebooks CPU time, peak memory and how soon a
// person sees that it goes on. Needs util-linux's `script` for the last one.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { corporaFolder, corpusFiles } from "./corpora.js";

const main = fileURLToPath(new URL("../../../packages/cli/dist/main.js", import.meta.url));
const notebook = fileURLToPath(
  new URL("../../../examples/tickers/notebooks/AAA.ipynb", import.meta.url),
);
const rounds = 15;
const notebooks = 10_000;

/** Tells, on file descriptor 3 and when the process ends, what it has taken. */
const meter = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from "node:fs";
   process.on("exit", () => {
     const { user, system } = process.cpuUsage();
     const { maxRSS } = process.resourceUsage();
     writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, peak: maxRSS / 1024 }));
   });`,
)}`;

/** @param {readonly string[]} args @returns {{ cpu: number, peak: number }} milliseconds, MiB */
function measured(...args) {
  const { output, status, stderr } = spawnSync(process.execPath, ["--import", meter, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(String(output[3]));
}

/** @param {readonly number[]} values */
const median = (values) =>
  /** @type {number} */ ([...values].sort((a, b) => a - b)[values.length >> 1]);

/** A folder of hard links to a hundred notebooks of 100 KB. */
function manyNotebooks() {
  const folder = `${corporaFolder}many-1`;
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const files = corpusFiles("small").slice(0, 100);
  for (let copy = 0; copy < notebooks / files.length; copy++) {
    for (const file of files) linkSync(file, `${partial}/${copy}-${basename(file)}`);
  }
  renameSync(partial, folder);
  return folder;
}

/** Milliseconds until a person sees the first word. @param {string} folder @returns {Promise<number>} */
function untilProgress(folder) {
  const start = performance.now();
  const line = `${process.execPath} ${main} ls ${folder} > /dev/null`;
  const child = spawn("script", ["-qefc", line, "/dev/null"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((done) => {
    child.stdout.once("data", () => {
      done(performance.now() - start);
      child.kill("SIGINT");
    });
  });
}

const get = [];
const empty = [];
for (let round = 0; round < rounds; round++) {
  empty.push(measured("-e", "0").cpu);
  get.push(measured(main, "get", notebook, "distance").cpu);
}
console.log(
  `get: ${(median(get) - median(empty)).toFixed(0)} ms of CPU over an empty process's ${median(empty).toFixed(0)} ms`,
);

const folder = manyNotebooks();
execFileSync(process.execPath, [main, "ls", folder], { stdio: "ignore", maxBuffer: 2 ** 30 });
for (const more of [[], ["--json"]]) {
  const { cpu, peak } = measured(main, "ls", folder, ...more);
  console.log(
    `${["ls", ...more].join(" ")} of ${notebooks} notebooks: ${(cpu / 1000).toFixed(1)} s of CPU, ${peak.toFixed(0)} MB at most`,
  );
}
console.log(
  `ls in a terminal: the first word after ${(await untilProgress(folder)).toFixed(0)} ms`,
);
