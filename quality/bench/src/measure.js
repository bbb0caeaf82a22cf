import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { contestants } from "./contestants.js";
import { corpora, corpusFiles } from "./corpora.js";
import { findPython, runPython } from "./python.js";

/** @typedef {keyof typeof corpora} CorpusName */
/** @typedef {{ name: string, title: string, megabytes: number, seconds: Map<string, number> }} Result */

/**
 * Measures all contestants on one corpus, in turns, so that whatever else the machine does falls on
 * all alike. Of each contestant's turns the quickest counts, in CPU time of the whole process.
 *
 * @param {CorpusName} name
 * @param {number} rounds
 * @param {number} pythonRounds
 * @returns {Promise<Result>}
 */
export async function measureCorpus(name, rounds, pythonRounds) {
  const files = corpusFiles(name);
  const folder = dirname(/** @type {string} */ (files[0]));
  const megabytes = files.reduce((bytes, file) => bytes + statSync(file).size, 0) / 1e6;
  const expected = files.length * (name === "huge" ? 9 : 8);
  const python = findPython();
  /** @type {Map<string, number>} */
  const seconds = new Map();
  /** @param {string} contestant @param {number} time */
  const note = (contestant, time) => {
    seconds.set(contestant, Math.min(time, seconds.get(contestant) ?? Number.POSITIVE_INFINITY));
  };

  for (let round = 0; round < rounds; round++) {
    for (const { name: contestant, finds, read } of contestants) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      const scraps = await read(files, folder);
      const { user, system } = process.cpuUsage(start);
      if (finds) checkScraps(contestant, scraps, expected);
      note(contestant, (user + system) / 1e6);
    }
    if (python === undefined || round >= pythonRounds) continue;
    for (const contestant of /** @type {const} */ (["scrapbook", "orjson"])) {
      const turn = runPython(python, contestant, folder);
      checkScraps(contestant, turn.scraps, expected);
      note(`Python ${contestant}`, turn.seconds);
    }
  }
  return { name, title: corpora[name].title, megabytes, seconds };
}

/**
 * What `readNotebooks` of the medium corpus takes of memory, in megabytes over the start.
 *
 * @returns {{ most: number, held: number }}
 */
export function measureMemory() {
  const folder = dirname(/** @type {string} */ (corpusFiles("medium")[0]));
  const script = fileURLToPath(new URL("memory.js", import.meta.url));
  const answer = execFileSync(process.execPath, ["--expose-gc", script, folder]).toString();
  const { start, most, held } = JSON.parse(answer);
  return { most: (most - start) / 1e6, held: (held - start) / 1e6 };
}

/** @param {string} contestant @param {number} scraps @param {number} expected */
function checkScraps(contestant, scraps, expected) {
  if (scraps !== expected) throw new Error(`${contestant}: ${scraps} scraps, not ${expected}`);
}
