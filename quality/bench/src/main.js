// npm run bench [-- --write] [corpus...]: measures all corpora, or those named; --write puts the
// table into docs/performance.md. Takes minutes; a busy machine spoils it.
import { corpora } from "./corpora.js";
import { measureCorpus, measureMemory } from "./measure.js";
import { reportText, writeReport } from "./report.js";

/** How often each corpus is read: by Node, by Python. @type {Record<keyof typeof corpora, [number, number]>} */
const rounds = { small: [7, 2], lines: [7, 3], medium: [5, 2], huge: [4, 2] };

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const names = /** @type {(keyof typeof corpora)[]} */ (Object.keys(corpora));
const results = [];
for (const name of names) {
  if (words.length > 0 && !words.includes(name)) continue;
  console.error(`${name} …`);
  results.push(await measureCorpus(name, ...rounds[name]));
}
const memory = words.length === 0 || words.includes("memory") ? measureMemory() : undefined;
const text = reportText(results, memory);
console.log(text);
if (process.argv.includes("--write")) writeReport(text);
