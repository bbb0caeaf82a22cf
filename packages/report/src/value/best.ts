/** Which way of a column is better. */
export type Direction = "lower" | "higher";

/** The best and the worst of some numbers; nothing where they are all the same. */
export interface Extremes {
  readonly best: number | bigint | undefined;
  readonly worst: number | bigint | undefined;
}

/** The best and the worst, `NaN` aside. */
export function findExtremes(numbers: readonly (number | bigint)[], better: Direction): Extremes {
  let [least, most] = [numbers[0], numbers[0]];
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    if (least === undefined || Number.isNaN(least) || number < least) least = number;
    if (most === undefined || Number.isNaN(most) || number > most) most = number;
  }
  // Compared, not subtracted: an integer beside a float.
  if (least === undefined || most === undefined || !(least < most)) {
    return { best: undefined, worst: undefined };
  }
  return better === "lower" ? { best: least, worst: most } : { best: most, worst: least };
}
