import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../results/", import.meta.url));

/** Keeps what was measured, and prints it. @param {{ readonly name: string }} result */
export function keepResult(result) {
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(result, null, 2);
  writeFileSync(`${folder}${result.name}.json`, `${text}\n`);
  console.log(text);
}

/** What was measured last. @param {string} name @returns {any} `undefined` where nothing was */
export function keptResult(name) {
  const file = `${folder}${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
