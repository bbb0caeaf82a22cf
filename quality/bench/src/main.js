// npm run bench [-- --write --all] [corpus | growth-size | growth-count]...: measures all, or what is named. Each measurement is kept in
// results/; --write makes the tables and pictures of docs/performance.md from all that is kept. --all reads
// 1 GB and 100,000 notebooks, too. Takes half an hour.
import { corpora } from "./corpora.js";
import { growths, measureGrowth } from "./growth.js";
import { measureCorpus } from "./measure.js";
import { writeReport } from "./report.js";
import { keepResult } from "./results.js";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isChosen = (/** @type {string} */ name) => words.length === 0 || words.includes(name);

for (const name of /** @type {(keyof typeof corpora)[]} */ (Object.keys(corpora))) {
  if (isChosen(name)) keepResult(measureCorpus(name));
}
for (const name of /** @type {(keyof typeof growths)[]} */ (Object.keys(growths))) {
  if (isChosen(name)) keepResult(measureGrowth(name, process.argv.includes("--all")));
}
if (process.argv.includes("--write")) writeReport();
