import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const skipped = new Set([
  "node_modules",
  "dist",
  "coverage",
  "reports",
  "test-results",
  "generated",
  ".git",
  ".turbo",
  ".venv",
  ".venv-pandas2",
  ".stryker-tmp",
]);

/** What lies there while npm packs the conformance package, and is gone in a moment. */
const fleeting = new Set(["conformance/runner/suite", "conformance/runner/README.md"]);

/**
 * The source files below some folders of the repository, `/`-separated and relative to the root;
 * nothing installed, built or generated.
 * @param {readonly string[]} folders Those that do not exist are left out.
 * @param {RegExp} name What the path must match.
 * @returns {string[]}
 */
export function sourceFiles(folders, name) {
  return folders.flatMap((folder) => [...walk(folder)]).filter((path) => name.test(path));
}

/**
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* walk(folder) {
  for (const entry of list(folder)) {
    if (skipped.has(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (fleeting.has(path)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}
