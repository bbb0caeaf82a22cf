// How long this thread may read files by itself. To have another thread do it costs more than to read
// a small file, but while this one reads nothing else happens in the process: so it reads for moments
// only, lets the event loop go on, and leaves a disk that is slow to other threads.

/** How long the event loop is kept at a time, in milliseconds. */
const longestTurn = 8;

/**
 * A file that takes longer than this, in milliseconds, lies on a slow disk, or far away; a single one
 * may have had to wait for other programs.
 */
const longestReading = 10;

/** How many files are then left to other threads before this one tries again. */
const leftAfterSlow = 100;

let turnBegan = 0;
let nextTurn: Promise<void> | undefined;
let slow = 0;
let left = 0;

/** Whether a file is left to another thread. To be asked once for each. */
export function isLeft(): boolean {
  if (left === 0) return false;
  left--;
  return true;
}

/** `undefined` while this thread may read; else what to wait for. All who read share the turn. */
export function waitForTurn(): Promise<void> | undefined {
  nextTurn ??= new Promise((resolve) => {
    turnBegan = performance.now();
    setImmediate(() => {
      nextTurn = undefined;
      resolve();
    });
  });
  return performance.now() - turnBegan < longestTurn ? undefined : nextTurn;
}

/** Tells how long a file has taken, in milliseconds. */
export function noteReading(milliseconds: number): void {
  slow = milliseconds > longestReading ? slow + 1 : 0;
  if (slow > 1) left = leftAfterSlow;
}
