/** Between two columns. */
export const gap = 2;

/** Narrower than this no column gets: three letters and an ellipsis. */
const narrowest = 4;

/** Where columns would have to be narrower than this, one that can be spared goes first. */
const readable = 8;

/**
 * Which columns a terminal has room for, and how wide each is.
 *
 * @param wanted how wide each column is in full.
 * @param spare columns that can be left out, by index, the least important first.
 * @param columns how wide the terminal is.
 * @returns the width of each column; `undefined` for one that is left out.
 */
export function fitColumns(
  wanted: readonly number[],
  spare: readonly number[],
  columns: number,
): readonly (number | undefined)[] {
  const widths: (number | undefined)[] = [...wanted];
  const least = () =>
    total(widths.map((width) => (width === undefined ? undefined : Math.min(width, readable))));
  for (const index of spare) {
    if (least() <= columns) break;
    widths[index] = undefined;
  }
  return shrink(widths, columns);
}

/** How wide a line of them is. */
function total(widths: readonly (number | undefined)[]): number {
  const shown = widths.filter((width) => width !== undefined);
  return shown.reduce((sum, width) => sum + width + gap, -gap);
}

/** Takes room from the widest columns first, until the line fits or every column is as narrow as can be. */
function shrink(
  wanted: readonly (number | undefined)[],
  columns: number,
): readonly (number | undefined)[] {
  const widths = [...wanted];
  for (let excess = total(widths) - columns; excess > 0; excess = total(widths) - columns) {
    const shown = widths.filter((width) => width !== undefined);
    const widest = shown.reduce((most, width) => Math.max(most, width), 0);
    if (widest <= narrowest) break;
    const next = shown.reduce(
      (most, width) => (width < widest ? Math.max(most, width) : most),
      narrowest,
    );
    const places = widths.flatMap((width, index) => (width === widest ? [index] : []));
    const each = Math.min(widest - next, Math.ceil(excess / places.length));
    for (const place of places) widths[place] = widest - each;
  }
  return widths;
}
