/** The texts of a column, now and before. */
export interface TwoTexts {
  readonly now: readonly string[];
  readonly before: readonly string[];
}

/**
 * Which row each row was before: one with the same texts, else the one at its place where no row came
 * or went.
 *
 * @param count how many rows there are now.
 */
export function matchRows(count: number, columns: readonly TwoTexts[]): (number | undefined)[] {
  const countBefore = columns[0]?.before.length ?? 0;
  const line = (row: number, when: keyof TwoTexts) =>
    JSON.stringify(columns.map((column) => column[when][row]));
  const before = Array.from({ length: countBefore }, (_, row) => line(row, "before"));
  // The first of several that look the same.
  const places = new Map(before.map((text, row) => [text, row] as const).reverse());
  return Array.from({ length: count }, (_, row) => {
    const now = line(row, "now");
    if (now === before[row]) return row;
    return places.get(now) ?? (count === countBefore ? row : undefined);
  });
}
