import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { contestants } from "./contestants.js";
import { corpora, corpusFiles } from "./corpora.js";
import { programFor } from "./programs.js";

/** @typedef {keyof typeof corpora} CorpusName */
/** Median, least and most of several turns. @typedef {{ median: number, least: number, most: number }} Spread */
/** Seconds of all threads and of the clock, MiB at most. @typedef {{ cold: Spread, wall: Spread, warm?: Spread, peak?: number, imported?: number }} Costs */
/** @typedef {{ name: CorpusName, megabytes: number, costs: Record<string, Costs>, left: string[], measured: string }} Result */

/** How often each corpus is read: turns, and passes of each. @type {Record<CorpusName, [number, number]>} */
const rounds = {
  small: [3, 3],
  medium: [2, 2],
  huge: [3, 2],
  numbers: [3, 2],
  lines: [3, 2],
  pandas: [3, 2],
};

/**
 * Measures all contestants on one corpus, in turns, so that whatever else the machine does falls on all alike.
 * Each turn is a process of its own; what an empty one takes is subtracted from it. The slow ones have one turn, after the others.
 *
 * @param {CorpusName} name
 * @returns {Result}
 */
export function measureCorpus(name) {
  const files = corpusFiles(name);
  const folder = dirname(/** @type {string} */ (files[0]));
  const [turns, passes] = rounds[name];
  const expected = files.length * corpora[name].scraps;
  /** @type {Map<Contestant, Taken>} */
  const taken = new Map();
  const [quick, slow] = [false, true].map((is) => contestants.filter((one) => one.isSlow === is));
  for (let turn = 0; turn < turns; turn++) {
    for (const one of quick ?? []) takeTurn(taken, one, folder, passes, expected);
  }
  for (const one of slow ?? []) takeTurn(taken, one, folder, 1, expected);

  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const costs = [...taken].flatMap(([one, { full, empty }]) =>
    full.length > 0 ? [[one.name, costsOf(full, empty)]] : [],
  );
  const left = [...taken].flatMap(([one, { why }]) => (why === undefined ? [] : [one.name]));
  return {
    name,
    megabytes: bytes / 1e6,
    costs: Object.fromEntries(costs),
    left,
    measured: place(),
  };
}

/** @typedef {import("./contestants.js").Contestant} Contestant */
/** @typedef {import("./programs.js").Turn} Turn */
/** Turns, those of an empty process, and why there are none. @typedef {{ full: Turn[], empty: Turn[], why?: string }} Taken */

/** @param {Map<Contestant, Taken>} all @param {Contestant} contestant @param {string} folder @param {number} passes @param {number} expected */
function takeTurn(all, contestant, folder, passes, expected) {
  /** @type {Taken} */
  const taken = all.get(contestant) ?? { full: [], empty: [] };
  all.set(contestant, taken);
  if (taken.why !== undefined) return;
  const run = programFor(contestant);
  if (run === undefined) {
    taken.why = "it is not installed";
    console.error(`${contestant.name} is left out: ${taken.why}`);
    return;
  }
  taken.empty.push(run("nothing", folder, 1));
  const turn = run(contestant.reader, folder, passes);
  taken.full.push(turn);
  const { finds = expected } = contestant;
  if (finds === "some" ? turn.scraps === 0 : turn.scraps !== finds) {
    throw new Error(`${contestant.name}: ${turn.scraps} scraps, not ${expected}`);
  }
}

/** @param {readonly import("./programs.js").Turn[]} turns @param {readonly import("./programs.js").Turn[]} empty @returns {Costs} */
export function costsOf(turns, empty) {
  const start = spread(empty.map(({ cold }) => cold.cpu)).median;
  const startWall = spread(empty.map(({ cold }) => cold.wall)).median;
  // Python compiles nothing as it runs: its first pass without the imports is as any other.
  const warm = turns.flatMap(({ warm: last, cold }) =>
    last ? last.cpu : cold.imported === undefined ? [] : cold.cpu - cold.imported,
  );
  const peaks = turns.flatMap(({ cold }) => cold.peak ?? []);
  const imported = turns.flatMap((turn) => turn.cold.imported ?? []);
  return {
    cold: spread(turns.map(({ cold }) => cold.cpu - start)),
    wall: spread(turns.map(({ cold }) => cold.wall - startWall)),
    ...(warm.length > 0 && { warm: spread(warm) }),
    ...(peaks.length > 0 && { peak: spread(peaks).median }),
    ...(imported.length > 0 && { imported: spread(imported).median - start }),
  };
}

/** @param {readonly number[]} values @returns {Spread} */
function spread(values) {
  if (values.length === 0) return { median: 0, least: 0, most: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ place) => round(/** @type {number} */ (sorted[place]));
  return { median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1) };
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1e4) / 1e4;
}

/** Day, machine, how busy it was, and Node. */
export function place() {
  const model = cpus()[0]?.model.trim();
  const load = `load ${(loadavg()[1] ?? 0).toFixed(0)}`;
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${model}, ${load}, Node ${process.version.slice(1)}`;
}
