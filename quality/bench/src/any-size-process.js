// Reads one endless notebook in a process of its own and prints what it took, as JSON.
import { endless } from "./endless.js";

const [filler, size] = process.argv.slice(2);
const { readScraps } = await import("@scrapbook/node-io");
const began = performance.now();
const pieces = endless(/** @type {import("./endless.js").Filler} */ (filler), Number(size));
const { byteLength, scraps, problems } = await readScraps(pieces);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    byteLength,
    scraps: scraps.size,
    problems: problems.length,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    // In KiB, as the system counts it.
    peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);
