import { ScrapbookError } from "../error.ts";
import type { Notebook } from "../notebook/notebook.ts";

/** Chooses a notebook's key; the default is {@link defaultKey}. */
export type NotebookKey = (notebook: Notebook) => string;

/**
 * Hands out the keys of a scrapbook and refuses a second use: a collision is never an overwrite.
 * SPEC §14.
 *
 * @param root the common folder, with `/` at its end, that default keys leave out.
 */
export function notebookKeys(root: string): (path: string, chosen?: string) => string {
  const paths = new Map<string, string>();
  return (path, chosen) => {
    const key = chosen ?? defaultKey(path, root);
    const earlier = paths.get(key);
    if (earlier !== undefined) throw duplicateKey(key, earlier, path);
    paths.set(key, path);
    return key;
  };
}

/** The path below `root`, without its last extension. SPEC §14. */
function defaultKey(path: string, root: string): string {
  const relative = path.startsWith(root) ? path.slice(root.length) : path;
  // As Python's splitext: dots at the start of a name begin no extension.
  return relative.replace(/^(.*?[^./][^/]*)\.[^./]*$/s, "$1");
}

function duplicateKey(key: string, earlier: string, path: string): ScrapbookError {
  return new ScrapbookError("usage-duplicate-key", {
    what: `Two notebooks have the key ${JSON.stringify(key)}`,
    source: path,
    got: `${earlier} and ${path}`,
    expected: "a key of its own for each notebook",
    hint: "Choose keys with { key: (notebook) => … }.",
  });
}
