// Writes the table of bundle sizes into README.md, between its markers. --check: changes nothing; fails where a
// size in the table is off by more than a twentieth. The ceilings are checked by quality/bundle-size.
import { readFileSync } from "node:fs";
import { budgets, measure } from "../quality/bundle-size/measure.mjs";
import { checking, output } from "./lib/generated.mjs";
import { root } from "./lib/root.mjs";

const tolerance = 0.05;
const start = "<!-- sizes -->";
const end = "<!-- /sizes -->";

const readme = readFileSync(`${root}README.md`, "utf8");
const [before, rest] = halves(readme, start);
const [table, after] = halves(rest, end);

const sizes = await Promise.all(
  budgets.map(async (budget) => ({ ...budget, ...(await measure(budget)) })),
);
const fresh = [
  "| bundle | minified | gzipped | ceiling |",
  "| --- | ---: | ---: | ---: |",
  ...sizes.map(
    ({ name, minified, gzipped, maxBytes }) =>
      `| ${name} | ${kilobytes(minified)} | ${kilobytes(gzipped)} | ${kilobytes(maxBytes)} |`,
  ),
].join("\n");

if (!(checking && isClose(table.trim(), fresh))) {
  output("sizes")("README.md", `${before}${start}\n${fresh}\n${end}${after}`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * Whether two tables differ in nothing but sizes, and in those by little.
 * @param {string} a
 * @param {string} b
 */
function isClose(a, b) {
  const size = /\d+\.\d kB/g;
  const [x, y] = [a, b].map((text) => (text.match(size) ?? []).map(Number.parseFloat));
  return (
    a.replace(size, "") === b.replace(size, "") &&
    /** @type {number[]} */ (x).every((value, index) => {
      const other = /** @type {number} */ (y?.[index]);
      return Math.abs(value - other) <= tolerance * other;
    })
  );
}

/**
 * @param {string} text
 * @param {string} marker
 * @returns {[string, string]}
 */
function halves(text, marker) {
  const at = text.indexOf(marker);
  if (at === -1) throw new Error(`README.md has no line ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
