import { byCodePoints } from "@scrapbook/core/internal";
import type { ListOptions, Stamp } from "@scrapbook/core/io";
import { named } from "../dom-error.ts";
import { stampOf } from "../settled-stamp.ts";

/** A file below a folder. */
export interface FoundFile {
  /** The path below the folder that was listed. */
  readonly path: string;
  readonly handle: FileSystemFileHandle;
  readonly size: number | undefined;
  readonly stamp: Stamp | undefined;
}

/** Where a walk is. */
interface At {
  readonly directory: FileSystemDirectoryHandle;
  /** The path below the folder that is listed, with `/` at its end, or `""`. */
  readonly below: string;
  /** What messages and `enter` put before it: the listed folder's name, with `/` at its end. */
  readonly start: string;
}

/** The files of a folder, and below it if asked, in code-point order of their paths. */
export async function* listDirectory(
  at: At,
  settledMs: number,
  options: ListOptions = {},
): AsyncGenerator<FoundFile> {
  const { signal, recursive = false, hidden = false, enter = () => true, stamps = false } = options;
  signal?.throwIfAborted();
  for (const entry of await named(at.start + at.below, entriesOf(at.directory))) {
    signal?.throwIfAborted();
    const path = at.below + entry.name;
    if (entry.kind === "directory") {
      if (!recursive || (!hidden && entry.name.startsWith("."))) continue;
      const directory = entry as FileSystemDirectoryHandle;
      if (!enter(at.start + path)) continue;
      yield* listDirectory({ ...at, directory, below: `${path}/` }, settledMs, options);
      continue;
    }
    const handle = entry as FileSystemFileHandle;
    // What was removed meanwhile has neither.
    const file = stamps ? await handle.getFile().catch(() => undefined) : undefined;
    const stamp = file && stampOf(file, settledMs);
    yield { path, handle, size: file?.size, stamp };
  }
}

/** What a folder holds, in the order that the paths of all below have. */
async function entriesOf(
  directory: FileSystemDirectoryHandle,
): Promise<readonly FileSystemHandle[]> {
  const found: FileSystemHandle[] = [];
  for await (const entry of directory.values()) found.push(entry);
  return found.sort((a, b) => byCodePoints(sortName(a), sortName(b)));
}

function sortName({ name, kind }: FileSystemHandle): string {
  return kind === "directory" ? `${name}/` : name;
}
