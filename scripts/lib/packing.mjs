import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./root.mjs";

const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
const lock = join(tmpdir(), `scrapbook-packing-${name}.lock`);

/**
 * Packs or publishes packages while no other process does: the conformance package lays files into its folder for as
 * long as npm packs it.
 * @template T
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function alone(act) {
  while (!take()) await wait(200);
  try {
    return await act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether the lock is ours now. That of a dead process is taken away. */
function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Made, but not yet written.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
