import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { ScrapbookError } from "@scrapbook/core";
import { byCodePoints } from "@scrapbook/core/internal";
import { glob, isDynamicPattern } from "tinyglobby";
import { toPath } from "./path.ts";
import { storeError } from "./store-error.ts";

/** Where notebooks are looked for: a folder, a file, a glob, or a list of these. */
export type NotebookLocation = string | URL | readonly (string | URL)[];

/** Which files count. */
export interface FindOptions {
  /** Whether to go below a folder's folders. Default `false`, as the reference. */
  readonly recursive?: boolean | undefined;
  /** Takes a path as it will be read; only paths it accepts count. Default: all. */
  readonly filter?: ((path: string) => boolean) | undefined;
}

/** The files found, in order, and what their default keys leave out. SPEC §14. */
export interface FoundNotebooks {
  readonly paths: readonly string[];
  /** The common folder, `/`-separated with a `/` at its end, or `""`. */
  readonly root: string;
}

/**
 * Finds notebooks: `*.ipynb` of a folder sorted by path as code points, as the reference does; what
 * a glob matches, sorted likewise; a list in its own order. SPEC §14.
 *
 * @throws (rejects with) `store-not-found` where there is neither folder, file nor glob.
 */
export async function findNotebooks(
  location: NotebookLocation,
  options: FindOptions = {},
): Promise<FoundNotebooks> {
  const { filter = () => true } = options;
  if (typeof location === "string" || location instanceof URL) {
    const { paths, root } = await findOne(toPath(location), options);
    return { paths: paths.filter(filter), root };
  }
  const found = await Promise.all(location.map((one) => findOne(toPath(one), options)));
  const paths = found.flatMap((one) => one.paths).filter(filter);
  return { paths, root: commonRoot(paths) };
}

async function findOne(path: string, { recursive = false }: FindOptions): Promise<FoundNotebooks> {
  const kind = await kindOf(path);
  if (kind === "folder") return { paths: await listFolder(path, recursive), root: rootOf(path) };
  if (kind === "file") return { paths: [path], root: commonRoot([path]) };
  const pattern = path.replaceAll("\\", "/");
  if (!isDynamicPattern(pattern)) {
    throw new ScrapbookError("store-not-found", {
      what: "There is no such folder or file",
      source: path,
      expected: "a folder, a notebook or a glob such as out/**/*.ipynb",
    });
  }
  const paths = await glob(pattern, {
    dot: true,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
  return { paths: paths.sort(byCodePoints), root: patternRoot(pattern) };
}

async function listFolder(folder: string, recursive: boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive });
    const files = entries.filter((entry) => entry.name.endsWith(".ipynb") && !entry.isDirectory());
    return files.map((entry) => join(entry.parentPath, entry.name)).sort(byCodePoints);
  } catch (error) {
    throw storeError(error, folder);
  }
}

async function kindOf(path: string): Promise<"folder" | "file" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT" || code === "ENOTDIR") return "none";
    throw storeError(error, path);
  }
}

/** The part of a pattern before its first folder with a wildcard. */
function patternRoot(pattern: string): string {
  const steps = pattern.split("/");
  const dynamic = steps.findIndex((step) => isDynamicPattern(step));
  const fixed = steps.slice(0, dynamic < 0 ? -1 : dynamic).filter((step) => step !== ".");
  return fixed.length === 0 ? "" : `${fixed.join("/")}/`;
}

/** The deepest folder that holds all paths. */
function commonRoot(paths: readonly string[]): string {
  const folders = paths.map((path) => toSlashes(path).split("/").slice(0, -1));
  const [first = [], ...others] = folders;
  let depth = 0;
  while (depth < first.length && others.every((folder) => folder[depth] === first[depth])) depth++;
  return depth === 0 ? "" : `${first.slice(0, depth).join("/")}/`;
}

function rootOf(folder: string): string {
  return `${toSlashes(join(folder, "x")).slice(0, -1)}`;
}

/** Keys are `/`-separated everywhere; on POSIX a backslash is part of a name. */
export function toSlashes(path: string): string {
  return process.platform === "win32" ? resolve(path).replaceAll("\\", "/") : path;
}
