import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * @typedef {object} Workspace
 * @property {string} folder Relative to the root, `/`-separated: `packages/core`.
 * @property {string} path Absolute.
 * @property {Record<string, any> & { name: string, private?: boolean }} manifest Its package.json.
 */

/**
 * The workspaces that the root package.json names, in its order, as far as they exist.
 * @returns {Workspace[]}
 */
function workspaces() {
  /** @type {string[]} */
  const patterns = readManifest(root).workspaces;
  return patterns
    .flatMap((pattern) =>
      pattern.endsWith("/*") ? subfolders(pattern.slice(0, -"/*".length)) : [pattern],
    )
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => {
      const path = join(root, folder);
      return { folder, path, manifest: readManifest(path) };
    });
}

/** The workspaces that are published: those not marked private. */
export const published = () => workspaces().filter(({ manifest }) => manifest.private !== true);

/**
 * @param {string} folder
 * @returns {any}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * The entry points of a package by subpath, each with the file for each condition; those of a condition inside
 * another have both names: `types.require`. The inner `default` goes by the outer name.
 * @param {Pick<Workspace, "manifest">} workspace
 * @returns {{ subpath: string, conditions: Record<string, string> }[]}
 */
export function entries({ manifest }) {
  return Object.entries(manifest.exports ?? {}).map(([subpath, target]) => ({
    subpath,
    conditions: typeof target === "string" ? { default: target } : flat(target),
  }));
}

/**
 * @param {Record<string, string | Record<string, string>>} target
 * @returns {Record<string, string>}
 */
function flat(target) {
  return Object.fromEntries(
    Object.entries(target).flatMap(([name, file]) =>
      typeof file === "string"
        ? [[name, file]]
        : Object.entries(file).map(([inner, file]) => [
            inner === "default" ? name : `${name}.${inner}`,
            file,
          ]),
    ),
  );
}

/** @param {string} parent */
function subfolders(parent) {
  const path = join(root, parent);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}
