// Reads the notebooks of a folder in a process of its own, and prints what memory that took.
import { readdirSync } from "node:fs";
import { readNotebooks } from "@scrapbook/node-io";

const folder = /** @type {string} */ (process.argv[2]);
const [first] = readdirSync(folder);
await readNotebooks(`${folder}/${first}`);

globalThis.gc?.();
const start = process.memoryUsage.rss();
let most = start;
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 2);
const scrapbook = await readNotebooks(folder);
clearInterval(timer);
globalThis.gc?.();
const held = process.memoryUsage.rss();
most = Math.max(most, held);
console.log(JSON.stringify({ notebooks: scrapbook.size, start, most, held }));
