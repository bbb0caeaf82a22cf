/**
 * read-steps: what reading costs in steps, blocks of code that run, which no other program on the machine changes: a
 * guard against reading that grows slower unseen. `npm run bench` measures time.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/read-steps.ts
 */
import { parseNotebook } from "@scrapbook/core";
import { simdEngine } from "@scrapbook/core/simd";
import { corpora } from "../bench/src/corpora.js";
import { createRandom } from "../bench/src/random.js";
import { countSteps } from "./steps.ts";
import { createTally } from "./tally.ts";

/** Most steps for one notebook, a twentieth over what they were when this was written. Lower them with what is saved. */
const budgets = {
  small: { wasm: 13_850, typescript: 141_500 },
  medium: { wasm: 12_250, typescript: 3_412_000 },
  lines: { wasm: 8_900, typescript: 2_395_000 },
};

const engines = { wasm: simdEngine(), typescript: undefined };
const entries = Object.entries(budgets).flatMap(([corpus, most]) => {
  const text = corpora[corpus as keyof typeof budgets].make(createRandom(1), false);
  const bytes = new TextEncoder().encode(text);
  return Object.entries(most).map(([engine, budget]) => ({ corpus, engine, budget, bytes }));
});

const acts = entries.flatMap(({ engine, bytes }) => {
  const options = { engine: engines[engine as keyof typeof engines] };
  const act = () => {
    for (const { data } of parseNotebook(bytes, options).scraps.values()) void data;
  };
  // The first of two warms up: caches that fill once are no cost of each notebook.
  return [act, act];
});

console.log(`read-steps: ${entries.length} notebooks`);
const steps = await countSteps(acts);
const tally = createTally();
for (const [place, { corpus, engine, budget }] of entries.entries()) {
  const taken = steps[2 * place + 1] as number;
  console.log(`${corpus}, ${engine}: ${taken} steps of at most ${budget}`);
  tally.check(`${corpus}, ${engine}`, taken <= budget, `${taken} steps, at most ${budget}`);
}
tally.finish();
