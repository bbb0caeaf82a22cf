import { ScrapbookError } from "@scrapbook/core";
import type { ListedObject, OpenedObject, OpenOptions, Store } from "@scrapbook/core/io";
import { type BlobStoreOptions, blobStore } from "../blob/blob-store.ts";
import { fileHandleStore } from "../handle/file-handle-store.ts";
import { isA } from "../is-a.ts";
import { readOnly } from "../read-only.ts";
import { droppedFiles } from "./dropped-files.ts";
import { itemsOf } from "./dropped-items.ts";

/** What the store serves: a drop, and each of its files. */
export type DropLocation = DataTransfer | FileSystemFileHandle | File;

/**
 * A store for each `DataTransfer`, what was dropped on a page: files, and folders with all that is in
 * them. To change files, take their handles from {@link droppedFiles}.
 */
export function dropStore(options: BlobStoreOptions = {}): Store<DropLocation> {
  const blobs = blobStore(options);
  const handles = fileHandleStore(options);
  const nameOf = (location: DropLocation): string =>
    isA<DataTransfer>(location, "DataTransfer") ? "" : location.name;
  const open = async (
    location: DropLocation,
    how?: OpenOptions,
  ): Promise<OpenedObject | undefined> => {
    if (location instanceof File) return blobs.open(location, how);
    if (isA<DataTransfer>(location, "DataTransfer")) return open(await onlyFile(location), how);
    return handles.open(location, how);
  };
  return {
    ...readOnly<DropLocation>("drop", nameOf),
    name: "drop",
    matches: (location): location is DropLocation => {
      if (!isA<DataTransfer>(location, "DataTransfer")) return false;
      // Verbs ask this before they wait for anything. A moment later the drop would be empty.
      itemsOf(location);
      return true;
    },
    nameOf,
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: true, list: true, write: false }),
    kindOf: (location) => (isA<DataTransfer>(location, "DataTransfer") ? "folder" : "object"),
    open,
    list: async function* (location, how = {}): AsyncGenerator<ListedObject<DropLocation>> {
      const { signal, hidden } = how;
      signal?.throwIfAborted();
      // Whoever drops a folder means all of it, with or without the option recursive.
      for (const { path, location: file } of await droppedFiles(location as DataTransfer, {
        ...{ signal, hidden },
      })) {
        signal?.throwIfAborted();
        yield { location: file, path, size: undefined, stamp: undefined };
      }
    },
  };
}

/** The file of a drop that is one file. */
async function onlyFile(transfer: DataTransfer): Promise<FileSystemFileHandle | File> {
  const [first, ...others] = await droppedFiles(transfer);
  if (first !== undefined && others.length === 0) return first.location;
  throw new ScrapbookError("store-not-file", {
    what: "One file is wanted",
    got: first === undefined ? "a drop without files" : `a drop of ${others.length + 1} files`,
    hint: "Read them all with readNotebooks.",
  });
}
