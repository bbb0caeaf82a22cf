// How much memory and time it takes to change one scrap of a file: each in a cold process of its own. The files are made
// first, beside the system's temporary ones. Sizes in MB: npm run any-size-edit -w @scrapbook/bench -- 200
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { endless } from "./endless.js";

/** What the peak of a process may be: the goal that docs/performance.md tells of. */
const mostMB = 110;

const child = fileURLToPath(new URL("any-size-edit-process.js", import.meta.url));
const given = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "scrapbook-bench-"));
const path = join(folder, "a.ipynb");

console.log("| notebook | peak memory | CPU time | wall time |");
console.log("| --- | ---: | ---: | ---: |");
try {
  for (const size of given.length > 0 ? given : [200]) {
    await pipeline(Readable.from(endless("pictures", size * 1e6)), createWriteStream(path));
    const found = JSON.parse(execFileSync(process.execPath, [child, path]).toString());
    console.log(
      `| ${Math.round(statSync(path).size / 1e6)} MB | ${found.peakMB.toFixed(0)} MB | ${found.cpuSeconds.toFixed(1)} s | ${found.seconds.toFixed(1)} s |`,
    );
    if (found.peakMB > mostMB || found.edits !== 1) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
