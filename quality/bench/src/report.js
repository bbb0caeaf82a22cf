import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { baseline, contestants } from "./contestants.js";
import { corpora } from "./corpora.js";
import { digits, goalsTable } from "./goals.js";
import { growths } from "./growth.js";
import { plot } from "./plot.js";
import { keptResult } from "./results.js";

/** @typedef {import("./measure.js").Result} Result */
/** @typedef {import("./measure.js").CorpusName} CorpusName */

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const start = "<!-- bench -->";
const end = "<!-- /bench -->";

/** How readers are called in the pictures. @type {Readonly<Record<string, string>>} */
const labels = {
  readFileSync: "read the file",
  "JSON.parse": "JSON.parse and walk",
  scrapbook: "Python: scrapbook",
};

/** Makes the tables of docs/performance.md, between its markers, and its pictures, from what was measured last. */
export function writeReport() {
  const names = /** @type {CorpusName[]} */ (Object.keys(corpora));
  const results = names.flatMap((name) => keptResult(name) ?? []);
  const parts = [
    "### Who reads",
    [
      "| | what it does not check or find |",
      "| --- | --- |",
      ...contestants.map(({ name, lacks }) => `| ${name} | ${lacks} |`),
    ].join("\n"),
    "### Goals",
    "How many times as fast as others `readNotebooks` was to be, and is.",
    goalsTable(keptResult),
    ...results.map(corpusText),
    ...Object.keys(growths).flatMap((name) => growthText(/** @type {any} */ (name))),
  ];
  const page = `${docs}performance.md`;
  const old = readFileSync(page, "utf8");
  const [from, to] = [old.indexOf(start), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${start} … ${end}`);
  writeFileSync(page, `${old.slice(0, from)}${start}\n\n${parts.join("\n\n")}\n\n${old.slice(to)}`);
}

/** @param {Result} result */
function corpusText({ name, megabytes, costs, left, measured }) {
  const reference = costs[baseline];
  const rows = contestants.flatMap(({ name: contestant }) => {
    const own = costs[contestant];
    if (own === undefined) return [];
    const { cold, warm, wall, peak } = own;
    const cells = [
      contestant,
      spreadText(cold),
      times(reference?.cold, cold),
      warm ? spreadText(warm) : "",
      warm ? times(reference?.warm, warm) : "",
      wall.median.toFixed(3),
      peak === undefined ? "" : peak.toFixed(0),
    ];
    return [`| ${cells.join(" | ")} |`];
  });
  return [
    `### ${name}: ${corpora[name].title}, ${megabytes.toFixed(0)} MB`,
    [
      "| | cold: CPU seconds (least to most) | × | warm | × | cold: wall | MB at most |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
      ...rows,
    ].join("\n"),
    `Measured ${measured}.${left.length > 0 ? ` Not here: ${left.join(", ")}.` : ""}`,
  ].join("\n\n");
}

/** @param {keyof typeof growths} name */
function growthText(name) {
  const growth = /** @type {import("./growth.js").Growth | undefined} */ (keptResult(name));
  if (growth === undefined) return [];
  const { title, unit } = growths[name];
  mkdirSync(`${docs}pictures`, { recursive: true });
  const pictures = /** @type {const} */ ([
    ["cpu", "CPU seconds"],
    ["peak", "MB at most"],
  ]).map(([what, y]) => {
    const series = Object.entries(growth.points).map(([reader, points]) => ({
      name: labels[reader] ?? reader,
      points: points.map(
        (point) => /** @type {const} */ ([point.at, Math.max(point[what], 0.001)]),
      ),
    }));
    writeFileSync(`${docs}pictures/${name}-${what}.svg`, plot({ title, x: unit, y, series }));
    return `![${title}: ${y}](pictures/${name}-${what}.svg)`;
  });
  return [
    `### ${title}`,
    pictures.join("\n"),
    `Cold, the median of up to three. Measured ${growth.measured}.`,
  ];
}

/** @param {import("./measure.js").Spread} spread */
function spreadText({ median, least, most }) {
  return `${median.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;
}

/** @param {import("./measure.js").Spread | undefined} reference @param {import("./measure.js").Spread} own */
function times(reference, own) {
  return reference === undefined ? "" : digits(reference.median / own.median);
}
