import { wrongArgument } from "@scrapbook/core/io";
import { isHandle } from "./abilities.ts";
import { type FilePlace, lockOf } from "./place.ts";

/** A file below a folder that was picked: it need not be there yet. */
export interface FileInDirectory {
  readonly directory: FileSystemDirectoryHandle;
  /** The path below the folder, `/` between names. */
  readonly path: string;
}

/**
 * Names a file below a folder that was picked, so that a notebook can be written where none is yet.
 *
 * @param path `/` between names; folders that are missing are made when it is written.
 * @throws `usage-argument`.
 */
export function fileIn(directory: FileSystemDirectoryHandle, path: string): FileInDirectory {
  if (!isHandle(directory, "directory")) {
    throw wrongArgument("fileIn takes a folder's handle", directory, "a FileSystemDirectoryHandle");
  }
  if (typeof path !== "string" || !stepsOf(path).every(isStep)) {
    throw wrongArgument(
      "fileIn takes the path of a file below the folder",
      path,
      "names with / between",
    );
  }
  return { directory, path };
}

export function isFileInDirectory(value: unknown): value is FileInDirectory {
  return (
    typeof value === "object" &&
    value !== null &&
    "directory" in value &&
    isHandle(value.directory, "directory") &&
    "path" in value &&
    typeof value.path === "string"
  );
}

/** The names of a path. */
export function stepsOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter((step, index, all) => step !== "" || (index > 0 && index < all.length - 1));
}

function isStep(step: string): boolean {
  return step !== "" && step !== "." && step !== "..";
}

/** The folder at the end of some steps. Rejects with the browser's errors. */
export async function walkTo(
  directory: FileSystemDirectoryHandle,
  steps: readonly string[],
  options?: FileSystemGetDirectoryOptions,
): Promise<FileSystemDirectoryHandle> {
  let at = directory;
  for (const step of steps) at = await at.getDirectoryHandle(step, options);
  return at;
}

/** The place of a file below a folder. @param name for messages. */
export function placeIn({ directory, path }: FileInDirectory, name: string): FilePlace {
  const steps = stepsOf(path);
  const last = steps.at(-1) ?? "";
  const parent = (options?: FileSystemGetDirectoryOptions) =>
    walkTo(directory, steps.slice(0, -1), options);
  return {
    name,
    given: directory,
    lock: () => lockOf(directory, steps),
    handle: async () => (await parent()).getFileHandle(last),
    create: async () => (await parent({ create: true })).getFileHandle(last, { create: true }),
    remove: async () => (await parent()).removeEntry(last),
  };
}
