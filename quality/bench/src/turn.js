// node turn.js READER FOLDER PASSES: reads the notebooks of a folder so many times, in a process of its own. Prints what the
// process had taken when the first pass was done, its start and imports included, and what the last pass took.
import { readdirSync } from "node:fs";
import { readers } from "./readers.js";

const [name, folder, passes] = /** @type {[string, string, string]} */ (process.argv.slice(2));

const read = await /** @type {(typeof readers)[string]} */ (readers[name])(folder);
const scraps = await pass();
const cold = { cpu: cpu(), wall: performance.now() / 1000 };
const peak = process.resourceUsage().maxRSS / 1024;
let warm;
for (let done = 1; done < Number(passes); done++) {
  const [cpuBefore, wallBefore] = [cpu(), performance.now()];
  await pass();
  warm = { cpu: cpu() - cpuBefore, wall: (performance.now() - wallBefore) / 1000 };
}
console.log(JSON.stringify({ scraps, cold: { ...cold, peak }, warm }));

function pass() {
  const names = name === "nothing" ? [] : readdirSync(folder).sort();
  return read(
    names.map((file) => `${folder}/${file}`),
    folder,
  );
}

/** Seconds that all threads of the process have taken. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
