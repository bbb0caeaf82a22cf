// What setting one scrap of the huge notebook costs, against copying the file: each in a cold process of its own, in
// turns, the least of each. CPU time is that over an empty process; what brings the bytes to the disk is told apart.
//     npm run edit-cold -w @scrapbook/bench -- 7
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readScraps } from "@scrapbook/node-io";
import { corporaFolder, corpusFiles } from "./corpora.js";

const child = fileURLToPath(new URL("edit-cold-process.js", import.meta.url));
const rounds = Number(process.argv[2] ?? 7);
const ways = ["nothing", "copy in the system", "read and write", "edit in pieces", "edit held"];

/** @typedef {{ wallMs: number, syncMs: number, cpuMs: number, peakMB: number }} Taken */

const huge = /** @type {string} */ (corpusFiles("huge")[0]);
const folder = mkdtempSync(join(corporaFolder, "edit-"));
try {
  const path = join(folder, "huge.ipynb");
  copyFileSync(huge, path);
  const { scraps } = await readScraps(path);
  const names = [...scraps.keys()];
  for (const name of new Set([names[0], names.at(-1)]))
    tell(String(name), measure(path, String(name)));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} path @param {string} name */
function measure(path, name) {
  /** @type {Record<string, Taken[]>} */
  const taken = Object.fromEntries(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const way of ways) {
      // A file that was written just now is hashed once more, since its times would not tell of a change.
      if (way.startsWith("edit")) execFileSync("sleep", ["11"]);
      const told = execFileSync(process.execPath, [
        ...process.execArgv,
        ...[child, way, path, join(folder, "copy.ipynb"), name],
      ]);
      /** @type {Taken[]} */ (taken[way]).push(JSON.parse(told.toString()));
    }
  }
  return taken;
}

/** @param {string} name @param {Record<string, Taken[]>} taken */
function tell(name, taken) {
  /** @param {string} way @param {keyof Taken} what */
  const least = (way, what) => Math.min(...(taken[way] ?? []).map((one) => one[what]));
  const [copy, empty] = [least("copy in the system", "wallMs"), least("nothing", "cpuMs")];
  const user = least("read and write", "wallMs");
  console.log(`the scrap ${name}, ${rounds} rounds:\n`);
  console.log("| | wall ms | × copying | × reading and writing | sync ms | CPU ms | MB at most |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const way of ways.slice(1)) {
    const wall = least(way, "wallMs");
    console.log(
      `| ${way} | ${wall.toFixed(0)} | ${(wall / copy).toFixed(2)} | ${(wall / user).toFixed(2)} | ${least(way, "syncMs").toFixed(0)} | ${(least(way, "cpuMs") - empty).toFixed(0)} | ${least(way, "peakMB").toFixed(0)} |`,
    );
  }
  console.log();
}
