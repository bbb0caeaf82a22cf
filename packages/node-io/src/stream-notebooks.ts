import { isScrapbookError, type Notebook, type ScrapbookError } from "@scrapbook/core";
import { loadEncoders, notebookKeys, parseNotebookView } from "@scrapbook/core/internal";
import { createFileReader } from "./file-reader.ts";
import {
  type FindOptions,
  findNotebooks,
  type NotebookLocation,
  toSlashes,
} from "./find-notebooks.ts";
import type { ReadNotebookOptions } from "./read-notebook.ts";

/** Options of {@link streamNotebooks} and `readNotebooks`. */
export interface ReadNotebooksOptions extends ReadNotebookOptions, FindOptions {
  /** How many files are read at once, and at most held. Default 4. */
  readonly concurrency?: number | undefined;
  /**
   * `"throw"`: the first unreadable notebook ends it, as in Python. `"collect"`: it is passed over
   * and told of: see `book.errors`, and {@link onUnreadable}. Default `"throw"`.
   */
  readonly onError?: "throw" | "collect" | undefined;
  /** Takes the notebooks that `"collect"` passes over. Default: nobody. */
  readonly onUnreadable?: ((key: string, error: ScrapbookError) => void) | undefined;
  /** Chooses a notebook's key. Default: the path below the common folder, without extension. */
  readonly key?: ((notebook: Notebook) => string) | undefined;
}

/**
 * Reads many notebooks one after the other, in order, with no more than `concurrency` of them in
 * memory: for folders that are too large for a scrapbook. SPEC §14.
 *
 * @param location a folder, a file, a glob, or a list of these.
 * @throws (rejects with) what `readNotebook` rejects with, and `usage-duplicate-key`.
 */
export async function* streamNotebooks(
  location: NotebookLocation,
  options: ReadNotebooksOptions = {},
): AsyncGenerator<[key: string, notebook: Notebook]> {
  const { concurrency = 4, onError = "throw", onUnreadable, key: chooseKey } = options;
  const { paths, root } = await findNotebooks(location, options);
  const keyOf = notebookKeys(root);
  const readers = Array.from({ length: Math.max(1, concurrency) }, () => readerOf(options));

  const started: Promise<ReadResult>[] = [];
  const start = (index: number): void => {
    const path = paths[index];
    const read = readers[index % readers.length];
    if (path !== undefined && read !== undefined) started[index] = read(path);
  };
  for (let index = 0; index < readers.length; index++) start(index);
  for (const [index, path] of paths.entries()) {
    const { notebook, error } = (await started[index]) as ReadResult;
    delete started[index];
    const name = toSlashes(path);
    if (notebook !== undefined) yield [keyOf(name, chooseKey?.(notebook)), notebook];
    else if (onError === "collect" && isScrapbookError(error)) onUnreadable?.(keyOf(name), error);
    else throw error;
    start(index + readers.length);
  }
}

/** A notebook or the reason why not: a value, so that no rejection goes unhandled when a caller stops. */
type ReadResult =
  | { readonly notebook: Notebook; readonly error?: undefined }
  | { readonly notebook?: undefined; readonly error: unknown };

/** Makes a function that reads files, one at a time, into one buffer. */
function readerOf(options: ReadNotebooksOptions): (path: string) => Promise<ReadResult> {
  const readFile = createFileReader(options);
  return async (path) => {
    try {
      const notebook = parseNotebookView(await readFile(path), { ...options, source: path });
      await loadEncoders(notebook, options.encoders);
      return { notebook };
    } catch (error) {
      return { error };
    }
  };
}
