import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../../scripts/lib/root.mjs";

/**
 * A ceiling is raised in the commit that needs it, which says why.
 * @typedef {object} Budget
 * @property {string} name
 * @property {string} package Folder in `packages/`; one that is not built is left out.
 * @property {string} code The module that is bundled: for a browser, or for Node where `external` names `node:*`.
 * @property {string[]} [external] What is not counted.
 * @property {number} maxBytes Minified and gzipped.
 */

/** @type {Budget[]} */
const all = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));

export const budgets = all.filter((budget) =>
  existsSync(`${root}packages/${budget.package}/dist/index.js`),
);

/**
 * What is downloaded for a budget's module, made from the built packages.
 * @param {Budget} budget
 * @returns {Promise<{ minified: number, gzipped: number }>} In bytes.
 */
export async function measure({ code, external = [] }) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: external.includes("node:*") ? "node" : "browser",
    target: "es2022",
    legalComments: "none",
    external: [...external, "*.wasm"],
    absWorkingDir: root,
    // The imports that tsup leaves between chunks have nothing to do at load time.
    logOverride: { "ignored-bare-import": "silent" },
  });
  const bytes = /** @type {import("esbuild").OutputFile} */ (outputFiles[0]).contents;
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}
