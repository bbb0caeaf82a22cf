import type { ScrapbookError } from "../error/error.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { Scrapbook } from "../scrapbook/scrapbook.ts";
import { forgetOthers } from "./cache.ts";
import type { ReadNotebooksOptions } from "./options.ts";
import type { IOSetup } from "./router.ts";
import { readEntries } from "./stream-notebooks.ts";

/** Reads many notebooks into a scrapbook. See `IO.readNotebooks`. */
export async function readNotebooks(
  setup: IOSetup,
  given: unknown,
  options: ReadNotebooksOptions = {},
): Promise<Scrapbook> {
  const notebooks: [string, Notebook][] = [];
  const errors = new Map<string, ScrapbookError>();
  const seen = new Set<string>();
  const { next, close } = await readEntries("readNotebooks", setup, given, options);
  try {
    for (;;) {
      const coming = next();
      // Awaited only where it has to be: of many small notebooks each promise counts.
      const read = coming instanceof Promise ? await coming : coming;
      if (read === undefined) break;
      const { entry, path } = read;
      const [key, notebook, error] = entry;
      if (options.cache !== undefined) seen.add(path);
      if (notebook !== undefined) notebooks.push([key, notebook]);
      else errors.set(freeKey(errors, key, path), error);
    }
  } finally {
    await close();
  }
  forgetOthers(options.cache, seen);
  return new Scrapbook(notebooks, errors);
}

/** A key of its own for each error: where two notebooks would have one key, the path. */
function freeKey(taken: ReadonlyMap<string, unknown>, key: string, path: string): string {
  if (!taken.has(key)) return key;
  let free = path;
  for (let count = 2; taken.has(free); count++) free = `${path} (${count})`;
  return free;
}
