/**
 * How many times the work of a size eight times as large is: 8 where it grows with the size, 64 where
 * it grows with its square. Both are the least of three turns, in the process's own work: what else
 * the machine does hardly counts.
 */
export function growth(run: (size: number) => void, size: number): number {
  run(size);
  const work = (n: number): number => workMs(() => run(n));
  const least = (n: number): number => Math.min(work(n), work(n), work(n));
  return least(8 * size) / Math.max(least(size), 0.001);
}

/** Between 8 and 64, far from both. */
export const linear = 24;

/** Milliseconds of the process's own work: a machine that is busy with others does not count. */
export function workMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
