import type { IOSetup } from "@scrapbook/core/io";
import { simdPieceScanner } from "@scrapbook/core/simd";
import {
  type ByteSource,
  type ReadScrapsOptions,
  readScrapsOver,
  type StreamedNotebook,
} from "@scrapbook/core/stream";
import { blobStore } from "./blob/blob-store.ts";
import type { FetchOptions } from "./fetch/fetch-options.ts";
import type { FileInDirectory } from "./handle/file-in-directory.ts";
import { isA } from "./is-a.ts";
import { browserSetup } from "./setup.ts";

/** The scanner for pieces is here alone, so that who reads notebooks whole does not bundle it. */
const setup: IOSetup = /* @__PURE__ */ (() => ({
  ...browserSetup,
  pieceScanner: simdPieceScanner,
}))();

/**
 * Reads a notebook of any size in pieces, holding its scraps and nothing else: a URL, `opfs://` or
 * `idb://` and a path, a file or its handle, or a source of bytes such as a `Response` or a
 * `ReadableStream`. What it gives is what `readNotebook` would, but that long displays have to be
 * loaded before they are looked at; what comes once, as from a URL, keeps them up to
 * `maxDisplayBytes`.
 *
 * @throws (rejects with) what `readNotebook` rejects with; `store-too-large` where more would have to
 * be held than is allowed. SPEC §15.1.
 */
export async function readScraps(
  source: string | URL | FileSystemFileHandle | FileInDirectory | Blob | ByteSource,
  options: ReadScrapsOptions & FetchOptions = {},
): Promise<StreamedNotebook> {
  // A file is one of a store: it has a name, and its errors say what has become of it.
  if (isA<Blob>(source, "Blob") && (options.stores ?? []).length === 0) {
    const store = blobStore();
    const { maxBytes = Number.MAX_SAFE_INTEGER, signal } = options;
    const opened = await store.open(source, { maxBytes, signal });
    const name = options.source ?? store.nameOf(source);
    return readScrapsOver(setup, opened, { ...options, source: name });
  }
  return readScrapsOver(setup, source, options);
}
