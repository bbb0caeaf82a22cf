import type { IOSetup } from "@scrapbook/core/io";
import { simdEngine } from "@scrapbook/core/simd";
import { blobStore } from "./blob/blob-store.ts";
import { fileListStore } from "./blob/file-list-store.ts";
import { dropStore } from "./drop/drop-store.ts";
import { fetchStore } from "./fetch/fetch-store.ts";
import type { UrlIndex } from "./fetch/url-index.ts";
import { urlIndexStore } from "./fetch/url-index-store.ts";
import { directoryStore } from "./handle/directory-store.ts";
import { fileHandleStore } from "./handle/file-handle-store.ts";
import type { FileInDirectory } from "./handle/file-in-directory.ts";
import { opfsStore } from "./handle/opfs-store.ts";
import { indexedDbStore } from "./indexed-db/indexed-db-store.ts";

/**
 * What names notebooks in a page: a URL, also one relative to the page; `opfs://` or `idb://` and a
 * path; a file, folder or drop that a person gave; what `fileIn` and `urlIndex` name.
 */
export type BrowserLocation =
  | string
  | URL
  | Blob
  | FileList
  | DataTransfer
  | FileSystemFileHandle
  | FileSystemDirectoryHandle
  | FileInDirectory
  | UrlIndex;

/** The stores of a page, and the engine that scans. */
export const browserSetup: IOSetup = /* @__PURE__ */ (() => ({
  stores: [
    opfsStore(),
    indexedDbStore(),
    fileHandleStore(),
    directoryStore(),
    blobStore(),
    fileListStore(),
    dropStore(),
    urlIndexStore(),
    fetchStore(),
  ],
  engine: simdEngine,
}))();
