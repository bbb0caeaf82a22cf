import { describeValue } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";

/** Hands out the keys of a scrapbook. */
export type GiveKey = (path: string, chosen?: unknown) => string;

/**
 * Hands out the keys of a scrapbook and refuses a second use: a collision is never an overwrite.
 * SPEC §14.1.
 *
 * @param root the common folder, with `/` at its end, that default keys leave out.
 * @param isUnique whether keys cannot collide, and need not be remembered. Default `false`.
 */
export function notebookKeys(root: string, isUnique = false): GiveKey {
  const paths = new Map<string, string>();
  return (path, chosen) => {
    const key = chosen ?? defaultKey(path, root);
    if (typeof key !== "string") throw noKey(path, key);
    if (isUnique) return key;
    const earlier = paths.get(key);
    if (earlier !== undefined) throw duplicateKey(key, earlier, path);
    paths.set(key, path);
    return key;
  };
}

/** The path below `root`, without its last extension. SPEC §14.1. */
export function defaultKey(path: string, root: string): string {
  const relative = path.startsWith(root) ? path.slice(root.length) : path;
  // As Python's splitext: dots at the start of a name begin no extension.
  return relative.replace(/^(.*?[^./][^/]*)\.[^./]*$/s, "$1");
}

/** A path's folder, with a `/` at its end; `""` where it has none. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Whether a listed path is taken for a notebook. */
export function isNotebook(path: string): boolean {
  return path.endsWith(".ipynb");
}

function duplicateKey(key: string, earlier: string, path: string): ScrapbookError {
  return new ScrapbookError("usage-duplicate-key", {
    what: `Two notebooks have the key ${describeValue(key)}`,
    source: path,
    got: earlier === path ? "the same path twice" : `${earlier} and ${path}`,
    expected: "a key of its own for each notebook",
    hint: "Choose keys with { key: (notebook) => … }.",
  });
}

function noKey(path: string, key: unknown): ScrapbookError {
  return new ScrapbookError("usage-argument", {
    what: "The option key gave no key for a notebook",
    source: path,
    got: describeValue(key),
    expected: "text",
  });
}
