import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** @typedef {import("./measure.js").Result} Result */

const page = fileURLToPath(new URL("../../../docs/performance.md", import.meta.url));
const start = "<!-- bench -->";
const end = "<!-- /bench -->";
const baseline = "JSON.parse and walk";

/**
 * The results as Markdown: throughput, and in brackets how many times as fast as the baseline.
 *
 * @param {readonly Result[]} results
 * @param {{ most: number, held: number } | undefined} memory
 */
export function reportText(results, memory) {
  const names = [...new Set(results.flatMap(({ seconds }) => [...seconds.keys()]))];
  const lines = [
    `| MB/s | ${results.map(({ title }) => title).join(" | ")} |`,
    `| --- |${" ---: |".repeat(results.length)}`,
    ...names.map(
      (name) => `| ${name} | ${results.map((result) => cell(result, name)).join(" | ")} |`,
    ),
  ];
  if (memory !== undefined) {
    lines.push(
      "",
      `\`readNotebooks\` of the medium corpus: ${memory.most.toFixed(0)} MB over the start at most,` +
        ` ${memory.held.toFixed(0)} MB when done.`,
    );
  }
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  lines.push(
    "",
    `Measured ${date} on ${cpus().length} × ${cpu?.model.trim()}, Node ${process.version}.`,
  );
  return lines.join("\n");
}

/** Puts the results into docs/performance.md, between its markers. @param {string} text */
export function writeReport(text) {
  const old = readFileSync(page, "utf8");
  const from = old.indexOf(start);
  const to = old.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${start} … ${end}`);
  writeFileSync(page, `${old.slice(0, from)}${start}\n\n${text}\n\n${old.slice(to)}`);
}

/** @param {Result} result @param {string} name */
function cell({ megabytes, seconds }, name) {
  const time = seconds.get(name);
  const reference = seconds.get(baseline);
  if (time === undefined || reference === undefined) return "";
  return `${(megabytes / time).toFixed(0)} (${(reference / time).toFixed(2)})`;
}
