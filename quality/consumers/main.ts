// Uses the packages as others do: each consumer is a small project that installs them from tarballs, and is bundled,
// compiled or run by its own tools. Prints each project's time, and last `N passed, N failed`.
// Words on the command line choose consumers by their names.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { closeBrowser } from "./chromium.ts";
import type { Consumer } from "./consumer.ts";
import { consumers } from "./consumers.ts";
import { cache, makeProject } from "./project.ts";
import { packAll } from "./tarballs.ts";

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const waiting = consumers.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);
let passed = 0;
let failed = 0;

const tarballs = await packAll(join(cache, "tarballs"));
// Two at a time: most of a project's time is spent in programs that use one core.
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
await closeBrowser();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let consumer = waiting.shift(); consumer !== undefined; consumer = waiting.shift()) {
    await tryConsumer(consumer);
  }
}

async function tryConsumer(consumer: Consumer): Promise<void> {
  const start = performance.now();
  const lines: string[] = [];
  try {
    const { folder, release } = await makeProject(consumer, tarballs);
    for (const [sentence, check] of Object.entries(consumer.checks)) {
      lines.push(await tryCheck(sentence, () => check(folder)));
    }
    release();
  } catch (error) {
    failed++;
    lines.push(`  FAILED to install: ${error instanceof Error ? error.message : error}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log([`${consumer.name} (${seconds} s)`, ...lines].join("\n"));
}

async function tryCheck(sentence: string, check: () => Promise<void>): Promise<string> {
  try {
    await check();
    passed++;
    return `  ok ${sentence}`;
  } catch (error) {
    failed++;
    return `  FAILED ${sentence}\n${error instanceof Error ? error.message : error}`;
  }
}
