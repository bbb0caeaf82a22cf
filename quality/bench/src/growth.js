import { largeNotebook, manyNotebooks } from "./growth-corpora.js";
import { costsOf, place } from "./measure.js";
import { pythonFor, runNode, runPython } from "./programs.js";

/** What is read at one size: seconds of all threads, MiB at most. @typedef {{ at: number, cpu: number, peak: number }} Point */
/** @typedef {{ name: string, points: Record<string, Point[]>, measured: string }} Growth */

/**
 * Who reads how much. A larger one takes too long, or cannot be: a string of V8 holds 512 MB.
 *
 * @typedef {{ title: string, unit: string, sizes: readonly number[], usual: number, folder: (size: number) => string, most: Readonly<Record<string, number>> }} GrowthPlan
 */

/** @type {Readonly<Record<"growth-size" | "growth-count", GrowthPlan>>} */
export const growths = {
  "growth-size": {
    title: "One notebook, ever larger",
    unit: "MB",
    sizes: [2, 4, 16, 64, 256, 1024],
    usual: 256,
    folder: largeNotebook,
    most: {
      readFileSync: 1024,
      "JSON.parse": 256,
      readNotebook: 1024,
      readScraps: 1024,
      scrapbook: 64,
    },
  },
  "growth-count": {
    title: "Notebooks of 100 KB, ever more",
    unit: "notebooks",
    sizes: [10, 100, 1000, 10_000, 100_000],
    usual: 10_000,
    folder: manyNotebooks,
    most: {
      readFileSync: 100_000,
      "JSON.parse": 100_000,
      readNotebooks: 10_000,
      streamNotebooks: 100_000,
      scrapbook: 100,
    },
  },
};

/** Turns, until they take long. */
const turns = 3;
const longTurn = 2;

/**
 * Reads ever more, each time in a process of its own.
 *
 * @param {keyof typeof growths} name
 * @param {boolean} all whether the largest are read, too: that takes long
 * @returns {Growth}
 */
export function measureGrowth(name, all) {
  const { sizes, usual, folder, most } = growths[name];
  const python = pythonFor("scrapbook");
  /** @type {Record<string, Point[]>} */
  const points = {};
  for (const size of sizes) {
    if (!all && size > usual) continue;
    const notebooks = folder(size);
    for (const [reader, limit] of Object.entries(most)) {
      const isPython = reader === "scrapbook";
      if (size > limit || (isPython && python === undefined)) continue;
      const run = (/** @type {string} */ which) =>
        isPython
          ? runPython(/** @type {string} */ (python), which, notebooks, 1)
          : runNode(which, notebooks, 1);
      try {
        const { cold, peak = 0 } = read(run, reader);
        points[reader] = [...(points[reader] ?? []), { at: size, cpu: cold.median, peak }];
      } catch (error) {
        console.error(`${reader} of ${size} is left out: ${/** @type {Error} */ (error).message}`);
      }
    }
  }
  return { name, points, measured: place() };
}

/** @param {(reader: string) => import("./programs.js").Turn} run @param {string} reader */
function read(run, reader) {
  const empty = [];
  const taken = [];
  do {
    empty.push(run("nothing"));
    taken.push(run(reader));
  } while (taken.length < turns && (taken[0]?.cold.cpu ?? 0) < longTurn);
  return costsOf(taken, empty);
}
