/** Where a file is or can be, on a disk or in the origin's storage: a handle, or a folder's handle and a path. */
export interface FilePlace {
  /** For messages. */
  readonly name: string;
  /** What a person permits: the handle that was given. */
  readonly given: FileSystemHandle;
  /** The name of the lock under which it is written. */
  lock(): Promise<string>;
  /** The file's handle. Rejects with the browser's `NotFoundError` where there is none. */
  handle(): Promise<FileSystemFileHandle>;
  /** The handle of a file that is made, with the folders that it lies in. Absent where that cannot be. */
  create?(): Promise<FileSystemFileHandle>;
  /** Removes what {@link create} made. */
  remove?(): Promise<void>;
}

/**
 * The name of the lock of a file: its path, if it lies in the origin's own storage, so that it is the
 * same however the file was reached; else its name, as nothing else of it is known.
 */
export async function lockOf(at: FileSystemHandle, below: readonly string[] = []): Promise<string> {
  let steps: readonly string[] | null = null;
  try {
    steps = await (await navigator.storage.getDirectory()).resolve(at);
  } catch {
    // This page has no storage of its own.
  }
  const name = below.at(-1) ?? at.name;
  return steps === null
    ? `scrapbook:file:${name}`
    : `scrapbook:opfs:${[...steps, ...below].join("/")}`;
}

/** The place that a handle is. */
export function handlePlace(handle: FileSystemFileHandle): FilePlace {
  return {
    name: handle.name,
    given: handle,
    lock: () => lockOf(handle),
    handle: async () => handle,
  };
}
