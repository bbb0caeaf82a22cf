/**
 * Notebooks with scraps in a web page: from URLs, files that were picked or dropped, and the origin's
 * own storage.
 *
 * @packageDocumentation
 */

import {
  copyScrapOver,
  editNotebookOver,
  editNotebooksOver,
  type IO,
  readNotebookOver,
  readNotebooksOver,
  streamNotebooksOver,
  writeNotebookOver,
} from "@scrapbook/core/io";
import type { FetchOptions } from "./fetch/fetch-options.ts";
import { type BrowserLocation, browserSetup as setup } from "./setup.ts";

export * from "@scrapbook/core";
export type {
  Change,
  ChangeEach,
  CopyScrapOptions,
  EditNotebookOptions,
  EditNotebooksOptions,
  EditOutcome,
  EditResult,
  FindOptions,
  NotebookCache,
  NotebookContent,
  NotebookEntry,
  ReadNotebookOptions,
  ReadNotebooksOptions,
  ScrapCopy,
  WriteNotebookOptions,
} from "@scrapbook/core/io";
export type { ByteSource, ReadScrapsOptions, StreamedNotebook } from "@scrapbook/core/stream";
export { type BlobStoreOptions, blobStore } from "./blob/blob-store.ts";
export { type FileListLocation, fileListStore } from "./blob/file-list-store.ts";
export { type DropLocation, dropStore } from "./drop/drop-store.ts";
export { type DroppedFile, type DroppedFilesOptions, droppedFiles } from "./drop/dropped-files.ts";
export type { FetchOptions, FetchStoreOptions, Progress } from "./fetch/fetch-options.ts";
export { fetchStore } from "./fetch/fetch-store.ts";
export { type UrlIndex, urlIndex } from "./fetch/url-index.ts";
export { type UrlIndexLocation, urlIndexStore } from "./fetch/url-index-store.ts";
export { type DirectoryLocation, directoryStore } from "./handle/directory-store.ts";
export { fileHandleStore, type HandleStoreOptions } from "./handle/file-handle-store.ts";
export { type FileInDirectory, fileIn } from "./handle/file-in-directory.ts";
export { opfsStore } from "./handle/opfs-store.ts";
export { type IndexedDbStoreOptions, indexedDbStore } from "./indexed-db/indexed-db-store.ts";
export { readScraps } from "./read-scraps.ts";
export type { BrowserLocation } from "./setup.ts";

/** The verbs in a page. */
type BrowserIO = IO<BrowserLocation, FetchOptions>;

/** Reads one notebook. See {@link IO.readNotebook}. */
export const readNotebook: BrowserIO["readNotebook"] = (location, options) =>
  readNotebookOver(setup, location, options);

/** Reads a folder, a drop, an index or a list of notebooks into a scrapbook. See {@link IO.readNotebooks}. */
export const readNotebooks: BrowserIO["readNotebooks"] = (location, options) =>
  readNotebooksOver(setup, location, options);

/** Reads many notebooks one after the other. See {@link IO.streamNotebooks}. */
export const streamNotebooks: BrowserIO["streamNotebooks"] = ((location, options) =>
  streamNotebooksOver(setup, location, options)) as BrowserIO["streamNotebooks"];

/** Changes the scraps of a notebook, and no other byte of it. See {@link IO.editNotebook}. */
export const editNotebook: BrowserIO["editNotebook"] = (location, change, options) =>
  editNotebookOver(setup, location, change, options);

/** Makes the same change in many notebooks. See {@link IO.editNotebooks}. */
export const editNotebooks: BrowserIO["editNotebooks"] = (location, change, options) =>
  editNotebooksOver(setup, location, change, options);

/** Copies a scrap from one notebook into another. See {@link IO.copyScrap}. */
export const copyScrap: BrowserIO["copyScrap"] = (copy, options) =>
  copyScrapOver(setup, copy, options);

/** Writes a notebook whole. See {@link IO.writeNotebook}. */
export const writeNotebook: BrowserIO["writeNotebook"] = (location, content, options) =>
  writeNotebookOver(setup, location, content, options);
