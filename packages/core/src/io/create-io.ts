import type { Notebook } from "../notebook/notebook.ts";
import type { Scrapbook } from "../scrapbook/scrapbook.ts";
import { copyScrap, type ScrapCopy } from "./copy-scrap.ts";
import { type Change, type EditResult, editNotebook } from "./edit-notebook.ts";
import { type ChangeEach, type EditOutcome, editNotebooks } from "./edit-notebooks.ts";
import type {
  CopyScrapOptions,
  EditNotebookOptions,
  EditNotebooksOptions,
  ReadNotebookOptions,
  ReadNotebooksOptions,
  WriteNotebookOptions,
} from "./options.ts";
import { readNotebook } from "./read-notebook.ts";
import { readNotebooks } from "./read-notebooks.ts";
import type { IOSetup } from "./router.ts";
import type { Written } from "./store.ts";
import { type NotebookEntry, streamNotebooks } from "./stream-notebooks.ts";
import { type NotebookContent, writeNotebook } from "./write-notebook.ts";

/**
 * The verbs, over some stores. A location chooses its store.
 *
 * @typeParam Location what names a notebook: `string | URL`, or a handle.
 * @typeParam Options options that the stores take besides, such as time-outs.
 */
export interface IO<Location, Options extends object = object> {
  /**
   * Reads one notebook. Its `version` is what `writeNotebook` and `editNotebook` can `expect`.
   *
   * @throws (rejects with) `store-` errors, such as `store-not-found` and `store-too-large`; a
   * `json-` error with line, column and byte offset; a `notebook-` error where the JSON is no
   * notebook; `usage-argument`. Invalid scraps are reported when `notebook.scraps` is read. SPEC §12.
   */
  readNotebook(location: Location, options?: ReadNotebookOptions & Options): Promise<Notebook>;

  /**
   * Reads a folder, a glob or a list into a scrapbook. It keeps what views need, copies of the
   * outputs that bear scraps, and nothing else. SPEC §14.
   *
   * @param location a folder (its `*.ipynb`, in order of their paths as code points), a notebook, a
   * glob such as `out/**\/*.ipynb`, or a list of these; a pattern that begins with `!` takes out of
   * the list what it matches.
   * @throws (rejects with) what `readNotebook` rejects with, `usage-duplicate-key`, invalid scraps'
   * errors where `onError` is `"throw"`; `store-not-found` where there is nothing, or a glob matches
   * nothing.
   */
  readNotebooks(
    location: Location | readonly Location[],
    options?: ReadNotebooksOptions & Options,
  ): Promise<Scrapbook>;

  /**
   * Reads many notebooks one after the other, in order, with no more than `concurrency` of them in
   * memory: for what is too large for a scrapbook. With `onError: "collect"` an entry is
   * `[key, undefined, error]` where a notebook could not be read. SPEC §14.
   *
   * @param location as for {@link IO.readNotebooks}.
   * @throws (rejects with) what {@link IO.readNotebooks} rejects with.
   */
  streamNotebooks(
    location: Location | readonly Location[],
    options: ReadNotebooksOptions & Options & { readonly onError: "collect" },
  ): AsyncGenerator<NotebookEntry>;
  streamNotebooks(
    location: Location | readonly Location[],
    options?: ReadNotebooksOptions & Options,
  ): AsyncGenerator<[key: string, notebook: Notebook]>;

  /**
   * Changes the scraps of a notebook, and no other byte of it. Readers find the old notebook or the
   * new; nothing that somebody else writes meanwhile is lost. SPEC §13.
   *
   * @param change makes the changes. It is called once per attempt: anew, on fresh bytes, where
   * somebody else wrote meanwhile. While it runs nobody else may write: where a person has to think,
   * read first, and give `expect` the version that was read.
   * @throws (rejects with) what `readNotebook` and the session reject with, and what `change` throws;
   * the notebook is then as it was. `store-conflict` where it keeps changing, or is not what was
   * expected.
   */
  editNotebook(
    location: Location,
    change: Change,
    options?: EditNotebookOptions & Options,
  ): Promise<EditResult>;

  /**
   * Makes the same change in many notebooks, each on its own.
   *
   * @param location as for {@link IO.readNotebooks}.
   * @returns what became of each notebook, in order.
   * @throws (rejects with) the error of the first that cannot be changed, unless `onError` is
   * `"collect"`: those before it stay changed. What `change` throws that is no `ScrapbookError`.
   */
  editNotebooks(
    location: Location | readonly Location[],
    change: ChangeEach,
    options?: EditNotebooksOptions & Options,
  ): Promise<readonly EditOutcome[]>;

  /**
   * Copies a scrap from one notebook into another, as its source text: nothing is decoded, so no
   * encoder is needed. SPEC §13.6.
   *
   * @param copy `{ from, name, to }`, and `as`, the name that the copy gets. A scrap that has the name
   * already is replaced with `overwrite: true`.
   * @throws (rejects with) `notebook-scrap-missing`, `notebook-scrap-exists`, and what `readNotebook`
   * and `editNotebook` reject with.
   */
  copyScrap(copy: ScrapCopy<Location>, options?: CopyScrapOptions & Options): Promise<EditResult>;

  /**
   * Writes a notebook whole: readers find the old bytes or the new. It is checked to be a notebook
   * before the first byte is written.
   *
   * @param content the bytes, text, or pieces, which are not joined where they come as a list.
   * @throws (rejects with) `usage-argument` where a piece is no `Uint8Array`; a `json-` or
   * `notebook-` error for what is no notebook; `store-conflict` where `expect` does not hold; other
   * `store-` errors. What was there is then as it was.
   */
  writeNotebook(
    location: Location,
    content: NotebookContent,
    options?: WriteNotebookOptions & Options,
  ): Promise<Written>;
}

/**
 * Binds the verbs to stores: what an IO package consists of, beside its stores.
 *
 * @param setup the stores, and where more may be found.
 */
export function createIO<Location, Options extends object = object>(
  setup: IOSetup,
): IO<Location, Options> {
  return {
    readNotebook: (location, options) => readNotebook(setup, location, options),
    readNotebooks: (location, options) => readNotebooks(setup, location, options),
    streamNotebooks: ((location, options) => streamNotebooks(setup, location, options)) as IO<
      Location,
      Options
    >["streamNotebooks"],
    editNotebook: (location, change, options) => editNotebook(setup, location, change, options),
    editNotebooks: (location, change, options) => editNotebooks(setup, location, change, options),
    copyScrap: (copy, options) => copyScrap(setup, copy, options),
    writeNotebook: (location, content, options) => writeNotebook(setup, location, content, options),
  };
}
