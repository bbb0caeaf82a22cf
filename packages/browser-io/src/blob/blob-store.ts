import type { Store } from "@scrapbook/core/io";
import { readOnly } from "../read-only.ts";
import { defaultSettledMs, stampOf } from "../settled-stamp.ts";
import { openBlob } from "./open-blob.ts";

/** How a `Blob` is called that has no name. */
const nameless = "a Blob";

/** Options of {@link blobStore}. */
export interface BlobStoreOptions {
  /**
   * How much older than the look at it a file's time must be to tell that the file is unchanged, in
   * milliseconds. Default 10,000.
   */
  readonly settledMs?: number | undefined;
}

/**
 * A store for each `Blob` and `File`, such as those of a file input. It is read only: a page cannot
 * write into a file that it was only shown.
 */
export function blobStore({ settledMs = defaultSettledMs }: BlobStoreOptions = {}): Store<Blob> {
  const nameOf = (blob: Blob): string =>
    blob instanceof File ? blob.webkitRelativePath || blob.name : nameless;
  const stamp = (blob: Blob) => (blob instanceof File ? stampOf(blob, settledMs) : undefined);
  return {
    ...readOnly<Blob>("blob", nameOf),
    name: "blob",
    matches: (location): location is Blob => location instanceof Blob,
    nameOf,
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: true, list: false, write: false }),
    kindOf: () => "object",
    open: async (blob, options = {}) => {
      options.signal?.throwIfAborted();
      const known = { name: nameOf(blob), stamp: stamp(blob) };
      if (options.unless !== undefined && options.unless === known.stamp) return undefined;
      return openBlob(blob, known, options);
    },
  };
}
