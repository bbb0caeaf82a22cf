import { byCodePoints } from "@scrapbook/core/internal";
import type { ListedObject, Store } from "@scrapbook/core/io";
import { freeNames } from "../free-name.ts";
import { isA } from "../is-a.ts";
import { readOnly } from "../read-only.ts";
import { defaultSettledMs, stampOf } from "../settled-stamp.ts";
import { type BlobStoreOptions, blobStore } from "./blob-store.ts";

/** What the store serves: the files of an input, and each of them. */
export type FileListLocation = FileList | File;

/**
 * A store for each `FileList`, the files of an `<input type="file">`: a folder of what was picked,
 * with the folders in it where the input has `webkitdirectory`. It is read only.
 */
export function fileListStore({
  settledMs = defaultSettledMs,
}: BlobStoreOptions = {}): Store<FileListLocation> {
  const files = blobStore({ settledMs });
  const nameOf = (location: FileListLocation): string =>
    location instanceof File ? files.nameOf(location) : folderOf(location);
  return {
    ...readOnly<FileListLocation>("files", nameOf),
    name: "files",
    matches: (location): location is FileListLocation => isA<FileList>(location, "FileList"),
    nameOf,
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: true, list: true, write: false }),
    kindOf: (location) => (location instanceof File ? "object" : "folder"),
    open: (location, options) => files.open(location as File, options),
    list: async function* (
      location,
      { signal, recursive = false, hidden = false } = {},
    ): AsyncGenerator<ListedObject<FileListLocation>> {
      signal?.throwIfAborted();
      for (const [path, file] of pathsOf(location as FileList)) {
        const folders = path.split("/").slice(0, -1);
        if (!recursive && folders.length > depthOf(file)) continue;
        if (!hidden && folders.some((name) => name.startsWith("."))) continue;
        yield { location: file, path, size: file.size, stamp: stampOf(file, settledMs) };
      }
    },
  };
}

/** The folder that was picked; `""` where files were. */
function folderOf([first]: FileList): string {
  return first?.webkitRelativePath.split("/")[0] ?? "";
}

/** How deep a file of the listed folder lies: a picked folder is itself in the path. */
function depthOf({ webkitRelativePath }: File): number {
  return webkitRelativePath === "" ? 0 : 1;
}

/** Files in the order of their paths; two of one name are told apart. */
function pathsOf(list: FileList): readonly (readonly [path: string, file: File])[] {
  const free = freeNames();
  return [...list]
    .map((file) => [free(file.webkitRelativePath || file.name), file] as const)
    .sort(([a], [b]) => byCodePoints(a, b));
}
