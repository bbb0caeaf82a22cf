// Edits or copies one file in a process of its own and prints what it took, as JSON.
// Bringing it to the disk is told apart: how long that takes is the disk's affair.
import { fsyncSync, openSync } from "node:fs";
import { copyFile, open } from "node:fs/promises";

const [way, path, to] = /** @type {string[]} */ (process.argv.slice(2));
const pieceSize = 1024 * 1024;
let syncMs = 0;

/** @type {Record<string, () => Promise<unknown>>} */
const ways = {
  nothing: async () => {},
  "copy in the system": async () => {
    await copyFile(path, to);
    sync(to);
  },
  "read and write": async () => {
    const from = await open(path);
    const target = await open(to, "w");
    const bytes = new Uint8Array(pieceSize);
    for (let read = 1; read > 0; ) {
      read = (await from.read(bytes, 0, pieceSize, null)).bytesRead;
      await target.write(bytes, 0, read);
    }
    await from.close();
    await target.close();
    sync(to);
  },
  "edit in pieces": () => edit(undefined),
  "edit held": () => edit(Number.POSITIVE_INFINITY),
};

/** @param {string} file */
function sync(file) {
  const began = performance.now();
  fsyncSync(openSync(file, "r+"));
  syncMs += performance.now() - began;
}

/** @param {number | undefined} inPiecesFrom */
async function edit(inPiecesFrom) {
  await tellSyncs();
  const { editNotebook } = await import("@scrapbook/node-io");
  const name = process.argv[5] ?? "";
  const { edits } = await editNotebook(path, (session) => session.set(name, Date.now()), {
    inPiecesFrom,
  });
  if (edits.length === 0) throw new Error("nothing was changed");
}

/** Counts how long files take to be brought to the disk. */
async function tellSyncs() {
  const handle = await open(path);
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const original = prototype.sync;
  /** @this {import("node:fs/promises").FileHandle} */
  prototype.sync = async function () {
    const began = performance.now();
    await original.call(this);
    syncMs += performance.now() - began;
  };
}

const began = performance.now();
await /** @type {() => Promise<unknown>} */ (ways[/** @type {string} */ (way)])();
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    wallMs: wallMs - syncMs,
    syncMs,
    cpuMs: (user + system) / 1000,
    // In KiB, as the system counts it.
    peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);
