import { readFileSync } from "node:fs";
import { parseNotebook } from "@scrapbook/core";
import { readNotebooks } from "@scrapbook/node-io";

/**
 * Something that reads notebooks. Its answer is how many scraps it touched, so that all can be seen
 * to have done the same work, and none of it can be optimised away.
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {boolean} finds whether it finds scraps at all
 * @property {(files: readonly string[], folder: string) => number | Promise<number>} read
 */

/** @type {readonly Contestant[]} */
export const contestants = [
  {
    name: "read the file",
    finds: false,
    read: (files) => sum(files, (file) => readFileSync(file).length),
  },
  {
    name: "JSON.parse and walk",
    finds: true,
    read: (files) => sum(files, (file) => countScraps(JSON.parse(readFileSync(file, "utf8"))).size),
  },
  {
    name: "parseNotebook",
    finds: true,
    read: (files) =>
      sum(files, (file) => touchScraps(parseNotebook(readFileSync(file)).scraps.values())),
  },
  {
    name: "readNotebooks",
    finds: true,
    read: async (_, folder) => {
      const scrapbook = await readNotebooks(folder);
      return sum([...scrapbook.values()], ({ scraps }) => touchScraps(scraps.values()));
    },
  },
];

/** The scraps of a parsed notebook, by the shortest walk that finds them. @param {any} notebook */
function countScraps(notebook) {
  const found = new Map();
  for (const { outputs = [] } of notebook.cells) {
    for (const { data = {} } of outputs) {
      for (const mime in data) {
        if (!mime.startsWith("application/scrapbook.scrap")) continue;
        const payload = data[mime];
        if (payload.version === 1) found.set(payload.name, payload.data);
      }
    }
  }
  return found;
}

/** @param {Iterable<{ readonly data: unknown }>} scraps */
function touchScraps(scraps) {
  let touched = 0;
  for (const { data } of scraps) if (data !== undefined) touched++;
  return touched;
}

/** @template T @param {readonly T[]} items @param {(item: T) => number} count */
function sum(items, count) {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}
