import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/** Whether this run only looks for differences. */
export const checking = process.argv.includes("--check");

/**
 * A writer for generated files. With `--check` it writes nothing: it names each file that differs, and how to make
 * it anew, and has the process fail.
 * @param {string} generator What `npm run gen -- <generator>` calls it.
 * @returns {(file: string, text: string) => void} `file` is relative to the root.
 */
export function output(generator) {
  return (file, text) => {
    const path = join(root, file);
    const old = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    if (old === text) return;
    if (checking) {
      console.error(`${file} ${difference(old, text)}; npm run gen -- ${generator}`);
      process.exitCode = 1;
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  };
}

/**
 * @param {string | undefined} old
 * @param {string} text
 */
function difference(old, text) {
  if (old === undefined) return "is missing";
  const now = text.split("\n");
  const before = old.split("\n");
  const line = now.findIndex((value, index) => value !== before[index]);
  const at = line === -1 ? now.length : line;
  return `is stale from line ${at + 1}: has ${quote(before[at])}, now ${quote(now[at])}`;
}

/** @param {string | undefined} line */
const quote = (line) => (line === undefined ? "nothing" : JSON.stringify(line));
