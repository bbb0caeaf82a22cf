import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./root.mjs";

const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
const ofThisRepository = join(tmpdir(), `scrapbook-packing-${name}.lock`);

/**
 * Packs or publishes packages while no other process does: the conformance package lays files into its folder for as
 * long as npm packs it.
 * @template T
 * @param {() => Promise<T>} act
 * @param {string} [lock] The file that is there meanwhile. Default: this repository's.
 * @returns {Promise<T>}
 */
export async function alone(act, lock = ofThisRepository) {
  while (!take(lock)) await wait(200);
  try {
    return await act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether the lock is ours now. That of a dead process, which did not end by itself, is taken away. @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Made, but not yet written.
    if (holder !== 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    // Without a file it has just ended; whoever is quicker has the next.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH";
  }
}
