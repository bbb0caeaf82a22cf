/**
 * race-edit: processes count one scrap up at the same time. No count is lost, and whoever reads
 * meanwhile finds a whole file.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/race-edit.ts [--processes 4] [--count 100]
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseNotebook } from "@scrapbook/core";
import { sidecars } from "./after-fault.ts";
import { go, openWorkshop, startChild } from "./child.ts";
import { sampleNotebook } from "./sample.ts";
import { createTally, numberOption } from "./tally.ts";

const processes = numberOption("processes", 4);
const count = numberOption("count", 100);
console.log(`race-edit: ${processes} processes count up ${count} times each`);

const workshop = await openWorkshop();
const tally = createTally();
const path = join(workshop.folder, "race.ipynb");
await writeFile(path, sampleNotebook(0));
const children = await Promise.all(
  Array.from({ length: processes }, () => startChild(workshop, [path, "increment", String(count)])),
);
const readings = { whole: 0, torn: 0 };
const reader = setInterval(async () => {
  try {
    parseNotebook(await readFile(path)).value("x");
    readings.whole++;
  } catch {
    readings.torn++;
  }
}, 5);
const said = await Promise.all(children.map(go));
clearInterval(reader);
for (const [place, word] of said.entries()) tally.check(`process ${place}`, word === "done", word);
const sum = parseNotebook(await readFile(path)).value("x");
tally.check("the sum", sum === processes * count, String(sum));
tally.check("readers", readings.torn === 0, `${readings.torn} torn, ${readings.whole} whole`);
tally.check("nothing is left behind", (await sidecars(path)).length === 0);
tally.finish();
