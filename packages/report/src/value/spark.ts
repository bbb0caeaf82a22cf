import { html, type SafeHtml, trustedHtml } from "../html.ts";

/** More bars are too thin to be seen: then each stands for the mean of several numbers. */
const mostBars = 48;
/** Fewer numbers are seen at a glance. */
const fewestNumbers = 3;
const width = 72;
const height = 18;

/**
 * A column's numbers as small bars from zero, in the rows' order, the marked one in its colour: what
 * stands out is seen before it is read. `undefined` where there is nothing to see.
 */
export function renderSpark(
  numbers: readonly (number | undefined)[],
  marked?: number,
): SafeHtml | undefined {
  const finite = numbers.filter((value): value is number => Number.isFinite(value));
  if (finite.length < fewestNumbers || finite.every((value) => value === finite[0]))
    return undefined;
  const bars = gather(numbers);
  const top = finite.reduce((most, value) => Math.max(most, value), 0);
  const bottom = finite.reduce((least, value) => Math.min(least, value), 0);
  const span = top - bottom;
  const step = width / bars.length;
  const zero = (top / span) * height;
  const rects = bars.map((value, i) => {
    if (value === undefined) return "";
    const y = ((top - Math.max(value, 0)) / span) * height;
    const size = Math.max((Math.abs(value) / span) * height, 0.75);
    const tone = value === marked ? ' class="marked"' : "";
    const x = (i * step).toFixed(1);
    return `<rect${tone} x="${x}" y="${Math.min(y, zero).toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${size.toFixed(1)}"/>`;
  });
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${trustedHtml(rects.join(""))}</svg>`;
}

function gather(numbers: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const each = Math.ceil(numbers.length / mostBars);
  if (each <= 1) return numbers.map((value) => (Number.isFinite(value) ? value : undefined));
  return Array.from({ length: Math.ceil(numbers.length / each) }, (_, i) => {
    const some = numbers.slice(i * each, (i + 1) * each).filter(Number.isFinite) as number[];
    return some.length === 0
      ? undefined
      : some.reduce((sum, value) => sum + value / some.length, 0);
  });
}
