import { readFileSync } from "node:fs";

/**
 * Reads notebooks and touches the data of every scrap. Its answer is how many scraps there were, so that all
 * can be seen to have done the same work, and none of it can be optimised away.
 *
 * @typedef {(files: readonly string[], folder: string) => number | Promise<number>} Reader
 */

/** Makes a reader by its name. What it imports counts as part of a cold start. @type {Readonly<Record<string, (folder: string) => Promise<Reader>>>} */
export const readers = {
  nothing: async () => () => 0,

  readFileSync: async () => (files) => {
    let bytes = 0;
    for (const file of files) bytes += readFileSync(file).length;
    return bytes > 0 ? 0 : -1;
  },

  "JSON.parse": async () => (files) =>
    sum(files, (file) => countScraps(JSON.parse(readFileSync(file, "utf8")))),

  parseNotebook: (folder) => parsing(folder, async () => undefined),

  "parseNotebook, wasm": (folder) =>
    parsing(folder, async () => (await import("@scrapbook/core/simd")).simdEngine()),

  readNotebooks: async (folder) => {
    const { readNotebooks } = await import("@scrapbook/node-io");
    const encoders = await encodersFor(folder);
    return async () => {
      const scrapbook = await readNotebooks(folder, { encoders });
      return sum(scrapbook.values(), ({ scraps }) => touch(scraps.values()));
    };
  },

  streamNotebooks: async () => {
    const { streamNotebooks } = await import("@scrapbook/node-io");
    return async (_, folder) => {
      let scraps = 0;
      for await (const [, notebook] of streamNotebooks(folder))
        scraps += touch(notebook.scraps.values());
      return scraps;
    };
  },

  readScraps: async () => {
    const { readScraps } = await import("@scrapbook/node-io");
    return async (files) => {
      let scraps = 0;
      for (const file of files) scraps += touch((await readScraps(file)).scraps.values());
      return scraps;
    };
  },

  readNotebook: async () => {
    const { readNotebook } = await import("@scrapbook/node-io");
    return async (files) => {
      let scraps = 0;
      for (const file of files) scraps += touch((await readNotebook(file)).scraps.values());
      return scraps;
    };
  },
};

/** @param {string} folder @param {() => Promise<import("@scrapbook/core").ScanEngine | undefined>} load @returns {Promise<Reader>} */
async function parsing(folder, load) {
  const { parseNotebook } = await import("@scrapbook/core");
  const encoders = await encodersFor(folder);
  for (const encoder of encoders) await encoder.load?.();
  const options = { encoders, engine: await load() };
  return (files) =>
    sum(files, (file) => touch(parseNotebook(readFileSync(file), options).scraps.values()));
}

/** Frames need their encoder; it is imported for that corpus alone. @param {string} folder */
async function encodersFor(folder) {
  if (!/pandas-\d+$/.test(folder)) return [];
  return [(await import("@scrapbook/encoders-pandas")).pandas()];
}

/** The shortest walk that finds the scraps of a parsed notebook. @param {any} notebook */
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
  return found.size;
}

/** @param {Iterable<{ readonly data: unknown }>} scraps */
function touch(scraps) {
  let touched = 0;
  for (const { data } of scraps) if (data !== undefined) touched++;
  return touched;
}

/** @template T @param {Iterable<T>} items @param {(item: T) => number} count */
function sum(items, count) {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}
