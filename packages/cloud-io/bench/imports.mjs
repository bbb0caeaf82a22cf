import { spawnSync } from "node:child_process";
import { median, ms } from "./place.mjs";

const programs = {
  "node -e 0": "0",
  "@scrapbook/core/io": `await import("@scrapbook/core/io")`,
  "@scrapbook/cloud-io": `await import("@scrapbook/cloud-io")`,
};

/** What importing costs: whole processes, in turns, less one that does nothing. */
export function imports() {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (let round = 0; round < 25; round++) {
    for (const [name, code] of Object.entries(programs)) {
      const start = performance.now();
      spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
        cwd: import.meta.dirname,
      });
      times[name] = [...(times[name] ?? []), performance.now() - start];
    }
  }
  const [nothing, ...others] = Object.entries(times).map(([name, all]) => ({
    name,
    median: median(all),
  }));
  for (const other of others) {
    console.log(`import("${other.name}"): ${ms(other.median - (nothing?.median ?? 0))}`);
  }
}
