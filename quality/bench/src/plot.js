/** One line of a plot. @typedef {{ name: string, points: readonly (readonly [x: number, y: number])[] }} Series */

const [width, height] = [720, 380];
const frame = { left: 64, right: 178, top: 44, bottom: 48 };
const colors = ["#8a8a8a", "#b8860b", "#0b6e99", "#2a7f3f", "#b03060", "#5b3fa0"];

/**
 * Lines over two logarithmic axes, as SVG. Each line is named at its end.
 *
 * @param {{ title: string, x: string, y: string, series: readonly Series[] }} what
 */
export function plot({ title, x, y, series }) {
  const points = series.flatMap((one) => one.points);
  const toX = axis(
    points.map(([at]) => at),
    frame.left,
    width - frame.right,
  );
  const toY = axis(
    points.map(([, at]) => at),
    height - frame.bottom,
    frame.top,
  );
  const names = apart(
    series.map((one) => toY.place(/** @type {[number, number]} */ (one.points.at(-1))[1])),
  );
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}: ${y} by ${x}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(frame.left, 20, `${title}: ${y}`, 'font-size="14" font-weight="bold"'),
    ...toX.ticks.flatMap((at) => [
      line(toX.place(at), frame.top, toX.place(at), height - frame.bottom),
      text(toX.place(at), height - frame.bottom + 18, short(at), 'text-anchor="middle"'),
    ]),
    ...toY.ticks.flatMap((at) => [
      line(frame.left, toY.place(at), width - frame.right, toY.place(at)),
      text(frame.left - 8, toY.place(at) + 4, short(at), 'text-anchor="end"'),
    ]),
    text((frame.left + width - frame.right) / 2, height - 10, x, 'text-anchor="middle"'),
    ...series.flatMap(({ name, points: own }, index) => {
      const color = colors[index % colors.length];
      const path = own.map(([a, b]) => `${toX.place(a)},${toY.place(b)}`);
      return [
        `<polyline points="${path.join(" ")}" fill="none" stroke="${color}" stroke-width="2"/>`,
        ...own.map(
          ([a, b]) => `<circle cx="${toX.place(a)}" cy="${toY.place(b)}" r="3" fill="${color}"/>`,
        ),
        text(
          width - frame.right + 10,
          /** @type {number} */ (names[index]) + 4,
          name,
          `fill="${color}"`,
        ),
      ];
    }),
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

/** A logarithmic axis with a tick at each power of ten, and between them where there are few. @param {readonly number[]} values @param {number} from @param {number} to */
function axis(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)) * 4) / 4;
  const high = Math.ceil(Math.log10(Math.max(...values)) * 4) / 4;
  const ticks = [];
  const steps = high - low < 2 ? [1, 2, 5] : [1];
  for (let power = Math.floor(low); power <= high; power++) {
    for (const step of steps) ticks.push(step * 10 ** power);
  }
  /** @param {number} value */
  const place = (value) =>
    Math.round((from + ((to - from) * (Math.log10(value) - low)) / (high - low)) * 10) / 10;
  return { place, ticks: ticks.filter((at) => Math.log10(at) >= low && Math.log10(at) <= high) };
}

/** Moves what would lie over another. @param {readonly number[]} places */
function apart(places) {
  const moved = [...places];
  let before = Number.NEGATIVE_INFINITY;
  for (const index of places
    .map((_, i) => i)
    .sort((a, b) => Number(places[a]) - Number(places[b]))) {
    before = Math.max(Number(places[index]), before + 15);
    moved[index] = before;
  }
  return moved;
}

/** @param {number} value */
function short(value) {
  return value >= 1 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

/** @param {number} x @param {number} y @param {string} content @param {string} more */
function text(x, y, content, more) {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" ${more}>${escaped}</text>`;
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function line(x1, y1, x2, y2) {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/>`;
}
