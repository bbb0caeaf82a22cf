// node packages/encoders-pandas/bench/bench.mjs [rounds]: a million rows by ten columns, read and written by the
// built package and by pandas, in turns in one run. Needs SCRAPBOOK_PYTHON, or .venv. Prints a table in Markdown.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);
const python = process.env.SCRAPBOOK_PYTHON || fileURLToPath(new URL(".venv/bin/python", root));
const reference = fileURLToPath(new URL("reference.py", import.meta.url));
const ours = fileURLToPath(new URL("ours.mjs", import.meta.url));
const rounds = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(join(tmpdir(), "scrapbook-bench-"));
const file = join(folder, "frame.parquet");

/** @param {string[]} command */
function worker([program = "", ...args]) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ended: new Promise((resolve) => child.on("close", resolve)),
    end: () => child.stdin.end(),
    /** @returns {Promise<Record<string, number>>} */
    async round() {
      child.stdin.write("\n");
      return JSON.parse((await lines.next()).value);
    },
  };
}

try {
  const maker = worker([python, reference, "make", file]);
  maker.end();
  await maker.ended;
  const sides = {
    pandas: worker([python, reference, "time", file]),
    ours: worker([process.execPath, ours, file]),
  };
  /** @type {Record<string, Record<string, number>[]>} */
  const results = { pandas: [], ours: [] };
  for (let i = 0; i < rounds; i++) {
    for (const [name, side] of Object.entries(sides)) results[name]?.push(await side.round());
  }
  for (const side of Object.values(sides)) side.end();
  report(results);
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {Record<string, Record<string, number>[]>} results */
function report(results) {
  const { pandas = [], ours: own = [] } = results;
  const middle = (/** @type {Record<string, number>[]} */ side, /** @type {string} */ name) =>
    side.map((round) => round[name] ?? 0).sort((a, b) => a - b)[Math.floor(side.length / 2)] ?? 0;
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores`;
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.versions.node}, ${rounds} rounds`,
  );
  console.log(`file: ${(statSync(file).size / 1e6).toFixed(1)} MB\n`);
  console.log("| median, ms (first) | pandas | ours | ratio |\n| --- | --- | --- | --- |");
  for (const name of ["read", "decode", "write", "encode"]) {
    const [theirs, mine] = [middle(pandas, name), middle(own, name)];
    const cells = [
      `${theirs.toFixed(0)} (${pandas[0]?.[name]?.toFixed(0)})`,
      `${mine.toFixed(0)} (${own[0]?.[name]?.toFixed(0)})`,
      (mine / theirs).toFixed(2),
    ];
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
  console.log(
    `| peak memory, MB | ${pandas.at(-1)?.peak?.toFixed(0)} | ${own.at(-1)?.peak?.toFixed(0)} | |`,
  );
}
