// How much memory and time a notebook takes that is read in pieces: each in a cold process of its own.
// Sizes in MB: npm run any-size -w @scrapbook/bench -- 200 5000
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the peak of a process may be: the goal that docs/performance.md tells of. */
const mostMB = 110;

const child = fileURLToPath(new URL("any-size-process.js", import.meta.url));
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [200, 5000];

console.log("| notebook | scraps | peak memory | CPU time | MB/s |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const filler of ["pictures", "lines"]) {
  for (const size of sizes) {
    const found = JSON.parse(
      execFileSync(process.execPath, [child, filler, String(size * 1e6)]).toString(),
    );
    const speed = found.byteLength / 1e6 / found.cpuSeconds;
    console.log(
      `| ${filler}, ${Math.round(found.byteLength / 1e6)} MB | ${found.scraps} | ${found.peakMB.toFixed(0)} MB | ${found.cpuSeconds.toFixed(1)} s | ${speed.toFixed(0)} |`,
    );
    if (found.peakMB > mostMB || found.problems > 0) process.exitCode = 1;
  }
}
