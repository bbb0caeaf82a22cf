/** A file's time counts only when it is this much older than the look at it, in milliseconds. */
export const defaultSettledMs = 10_000;

/**
 * What tells cheaply that a file is the one it was: its time and size. `undefined` where it was
 * changed just now: a clock that ticks slowly gives two changes one time.
 */
export function stampOf(
  { lastModified, size }: Pick<File, "lastModified" | "size">,
  settledMs: number,
): string | undefined {
  const isFresh = settledMs > 0 && lastModified > Date.now() - settledMs;
  return isFresh ? undefined : `${lastModified}-${size}`;
}
