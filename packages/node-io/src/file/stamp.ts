import type { Stats } from "node:fs";

/** A file's times count only when they are this much older than the look at them, in milliseconds. */
export const defaultSettledMs = 10_000;

/**
 * What tells cheaply that a file is the one it was: device, inode, size and times. `undefined` where
 * it was changed just now: a clock that ticks slowly gives two changes one time, and a server's clock
 * may differ from ours.
 *
 * @param seenAt when it was looked at. Default: now.
 */
export function stampOf(
  stat: Stats,
  settledMs: number,
  seenAt: number = Date.now(),
): string | undefined {
  const { dev, ino, size, mtimeMs, ctimeMs } = stat;
  const isFresh = Math.max(mtimeMs, ctimeMs) > seenAt - settledMs;
  if (settledMs > 0 && isFresh) return undefined;
  return [dev, ino, size, mtimeMs, ctimeMs].join("-");
}
