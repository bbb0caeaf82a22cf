import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * The first of `path-0`, `path-1`, … that no other process holds, which is this process's until it ends or `release`
 * is called: two runs at once do not share a folder.
 */
export function takeFree(path: string): { path: string; release: () => void } {
  for (let number = 0; ; number++) {
    const candidate = `${path}-${number}`;
    const lock = `${candidate}.lock`;
    if (isHeld(lock)) continue;
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return { path: candidate, release: () => rmSync(lock, { force: true }) };
    } catch {
      // Somebody else was faster.
    }
  }
}

/** Whether a living process holds a lock. One of a dead process is taken away. */
function isHeld(lock: string): boolean {
  let holder: number;
  try {
    holder = Number(readFileSync(lock, "utf8"));
  } catch {
    return false;
  }
  try {
    process.kill(holder, 0);
    return true;
  } catch {
    rmSync(lock, { force: true });
    return false;
  }
}
