// What editing costs, as ratios in one run: replaces one scrap of the huge notebook and copies the file, in turn;
// counts the steps of planning 250 and 1,000 changes in one session.
//     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/bench/edit.mjs
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { edit, parseNotebook } from "@scrapbook/core";
import { editNotebook } from "@scrapbook/node-io";
import { countSteps } from "../torture/steps.ts";
import { corporaFolder, corpusFiles } from "./src/corpora.js";

const rounds = 7;

const [huge] = corpusFiles("huge");
const folder = mkdtempSync(join(corporaFolder, "edit-"));
try {
  await replaceInHuge();
} finally {
  rmSync(folder, { recursive: true });
}
// Last: counting keeps V8 from optimising.
await planMany();

/** Replaces one scrap of the huge notebook; a copy of the file, brought to the disk, is the measure. */
async function replaceInHuge() {
  const path = join(folder, "huge.ipynb");
  copyFileSync(huge, path);
  const name = [...parseNotebook(readFileSync(path)).scraps.keys()][0];
  const copies = [];
  const edits = [];
  for (let round = 0; round <= rounds; round++) {
    const copied = await measure(() => copyToDisk(path, join(folder, "copy.ipynb")));
    const edited = await measure(() => editNotebook(path, (s) => s.set(name, `value ${round}`)));
    // The first round warms up.
    if (round > 0) copies.push(copied);
    if (round > 0) edits.push(edited);
  }
  for (const kind of ["wall", "cpu"]) {
    const [copy, one] = [copies, edits].map((times) =>
      Math.min(...times.map((time) => time[kind])),
    );
    console.log(
      `one scrap replaced in 200 MB, ${kind}: ${one.toFixed(0)} ms, ${(one / copy).toFixed(2)} × copying (${copy.toFixed(0)} ms)`,
    );
  }
}

/** @param {string} from @param {string} to */
function copyToDisk(from, to) {
  copyFileSync(from, to);
  const file = openSync(to, "r+");
  fsyncSync(file);
  closeSync(file);
}

/** @param {() => unknown} act */
async function measure(act) {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await act();
  const cpu = process.cpuUsage(cpuBefore);
  return { wall: performance.now() - start, cpu: (cpu.user + cpu.system) / 1000 };
}

/** Plans n changes of a notebook with 2n scraps, and 4n of one with 8n: the steps must grow fourfold. */
async function planMany() {
  const [, few, many] = await countSteps([250, 250, 1000].map((count) => () => planOnce(count)));
  const growth = (many / few).toFixed(2);
  console.log(`1,000 changes in one session: ${many} steps, ${growth} × those of 250`);
}

/** @param {number} count */
function planOnce(count) {
  const outputs = Array.from({ length: 2 * count }, (_, i) => ({
    data: {
      "application/scrapbook.scrap.json+json": {
        data: i,
        encoder: "json",
        name: `s${i}`,
        version: 1,
      },
    },
    metadata: { scrapbook: { data: true, display: false, name: `s${i}` } },
    output_type: "display_data",
  }));
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: [] };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 };
  const session = edit(new TextEncoder().encode(JSON.stringify(notebook, null, 1)));
  for (let i = 0; i < count; i += 4) {
    session
      .set(`s${i}`, [i])
      .remove(`s${i + 1}`)
      .rename(`s${i + 2}`, `r${i}`)
      .set(`n${i}`, i);
  }
  return session.edits().length;
}
