import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { root } from "./root.mjs";

/** Where programs are that their installers leave off the `PATH`. @type {Record<string, string[]>} */
const usualPlaces = { go: ["/usr/local/go/bin/go"] };

/** The first program of that name on the `PATH`, or where it usually is. @param {string} name */
export function findProgram(name) {
  return onPath([name]) ?? firstExecutable(usualPlaces[name] ?? []);
}

/** @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const ends = process.platform === "win32" ? [".exe"] : [""];
  return firstExecutable(
    names.flatMap((name) =>
      folders.flatMap((folder) => ends.map((end) => join(folder, name + end))),
    ),
  );
}

/** @param {readonly string[]} paths Relative ones start at the repository's root. */
export function firstExecutable(paths) {
  return paths.map((path) => (isAbsolute(path) ? path : join(root, path))).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
