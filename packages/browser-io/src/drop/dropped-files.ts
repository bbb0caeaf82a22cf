import type { AbortSignalLike } from "@scrapbook/core";
import { byCodePoints } from "@scrapbook/core/internal";
import { aBoolean, aSignal, checkOptions } from "@scrapbook/core/io";
import { freeNames } from "../free-name.ts";
import { isHandle } from "../handle/abilities.ts";
import { listDirectory } from "../handle/list-directory.ts";
import { type DroppedItem, itemsOf } from "./dropped-items.ts";
import { entryFiles } from "./entry-files.ts";

/** A file that was dropped, or lies in a folder that was. */
export interface DroppedFile {
  /** Its path: a dropped folder's name is the first in it. */
  readonly path: string;
  /** What the verbs read. A handle can be written, once the person permits it; a `File` cannot. */
  readonly location: FileSystemFileHandle | File;
}

/** Options of {@link droppedFiles}. */
export interface DroppedFilesOptions {
  /** Whether folders in dropped folders are entered. Default `true`. */
  readonly recursive?: boolean | undefined;
  /** Whether folders whose names begin with a dot are entered. Default `false`. */
  readonly hidden?: boolean | undefined;
  /** Stops what is under way. Default none. */
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * The files of a drop, in code-point order of their paths, all of them and not only notebooks. Call
 * it while the event `drop` is handled, before anything is awaited: later a `DataTransfer` is empty.
 *
 * @throws (rejects with) `usage-argument`; `store-` errors.
 */
export async function droppedFiles(
  transfer: DataTransfer,
  options: DroppedFilesOptions = {},
): Promise<readonly DroppedFile[]> {
  const items = itemsOf(transfer);
  checkOptions("droppedFiles", options, {
    recursive: aBoolean,
    hidden: aBoolean,
    signal: aSignal,
  });
  const free = freeNames();
  const found: DroppedFile[] = [];
  for (const item of await items) {
    for await (const { path, location } of filesOf(item, options)) {
      options.signal?.throwIfAborted();
      found.push({ path: free(path), location });
    }
  }
  return found.sort((a, b) => byCodePoints(a.path, b.path));
}

async function* filesOf(
  item: DroppedItem,
  { recursive = true, hidden = false, signal }: DroppedFilesOptions,
): AsyncGenerator<DroppedFile> {
  if (isHandle(item, "file") || item instanceof File) {
    yield { path: item.name, location: item };
  } else if (isHandle(item, "directory")) {
    const at = { directory: item, below: "", start: `${item.name}/` };
    for await (const { path, handle } of listDirectory(at, 0, { recursive, hidden, signal })) {
      yield { path: at.start + path, location: handle };
    }
  } else if ("isDirectory" in item) {
    const enters = (name: string): boolean => recursive && (hidden || !name.startsWith("."));
    for await (const [path, location] of entryFiles(
      item as FileSystemDirectoryEntry,
      `${item.name}/`,
      enters,
    )) {
      yield { path, location };
    }
  }
}
