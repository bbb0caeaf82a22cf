// How much memory and time notebooks take that are large in ways nobody expects: read in pieces, and edited as files,
// each in a cold process of its own. npm run any-size-hostile -w @scrapbook/bench -- text scraps
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { hostile } from "./hostile.js";

const child = fileURLToPath(new URL("any-size-hostile-process.js", import.meta.url));
const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "scrapbook-bench-"));
const path = join(folder, "a.ipynb");

console.log("| notebook | | found | peak memory | CPU time | wall time |");
console.log("| --- | --- | --- | ---: | ---: | ---: |");
try {
  for (const kind of given.length > 0 ? given : Object.keys(hostile)) {
    const { title, make } = /** @type {(typeof hostile)[string]} */ (hostile[kind]);
    await pipeline(Readable.from(make()), createWriteStream(path));
    const name = `${title}, ${Math.round(statSync(path).size / 1e6)} MB`;
    for (const act of ["read", "edit"]) {
      const told = execFileSync(process.execPath, [child, act, kind, path]).toString();
      const { found, peakMB, cpuSeconds, seconds } = JSON.parse(told);
      console.log(
        `| ${name} | ${act} | ${found} | ${peakMB.toFixed(0)} MB | ${cpuSeconds.toFixed(1)} s | ${seconds.toFixed(1)} s |`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
