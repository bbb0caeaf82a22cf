import { type Notebook, parseNotebook, type ReadOptions } from "@scrapbook/core";
import { loadEncoders } from "@scrapbook/core/internal";
import { createFileReader, type FileReadOptions } from "./file-reader.ts";
import { toPath } from "./path.ts";
import { readStdin, stdinName } from "./read-stdin.ts";

/** Options of {@link readNotebook}: how it is read, and from where. */
export interface ReadNotebookOptions extends ReadOptions, FileReadOptions {}

/**
 * Reads one notebook.
 *
 * @param path a path of any name, a `file:` URL, or `"-"` for standard input.
 * @throws (rejects with) `store-not-found`, `store-permission`, `store-not-file`,
 * `store-too-large`, `store-scheme`, `store-io`; a `json-` error with line, column and byte offset;
 * a `notebook-` error where the JSON is no notebook. Invalid scraps are reported when
 * `notebook.scraps` is read. SPEC §12.
 */
export async function readNotebook(
  path: string | URL,
  options: ReadNotebookOptions = {},
): Promise<Notebook> {
  const isStdin = path === stdinName;
  const source = isStdin ? stdinName : toPath(path);
  const bytes = isStdin ? await readStdin(options) : await createFileReader(options)(source);
  const notebook = parseNotebook(bytes, { source, ...options });
  await loadEncoders(notebook, options.encoders);
  return notebook;
}
