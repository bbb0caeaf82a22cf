import { type Notebook, Scrapbook, type ScrapbookError } from "@scrapbook/core";
import type { NotebookLocation } from "./find-notebooks.ts";
import { type ReadNotebooksOptions, streamNotebooks } from "./stream-notebooks.ts";

/**
 * Reads a folder, a glob or a list of notebooks into a scrapbook. It keeps what views need, copies
 * of the outputs that bear scraps, and lets the files' bytes go. SPEC §14.
 *
 * @param location a folder (its `*.ipynb`, sorted by path as code points), a file, a glob such as
 * `out/**\/*.ipynb`, or a list of these.
 * @throws (rejects with) what `readNotebook` rejects with, unless `onError` is `"collect"`, and
 * `usage-duplicate-key`.
 */
export async function readNotebooks(
  location: NotebookLocation,
  options: ReadNotebooksOptions = {},
): Promise<Scrapbook> {
  const notebooks: [string, Notebook][] = [];
  const errors: [string, ScrapbookError][] = [];
  const onUnreadable = (key: string, error: ScrapbookError): void => {
    errors.push([key, error]);
    options.onUnreadable?.(key, error);
  };
  for await (const entry of streamNotebooks(location, { ...options, onUnreadable })) {
    notebooks.push(entry);
  }
  return new Scrapbook(notebooks, errors);
}
