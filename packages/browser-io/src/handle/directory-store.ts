import type { ListedObject, ListOptions, LocationKind, Store } from "@scrapbook/core/io";
import { notFound } from "@scrapbook/core/io";
import { named } from "../dom-error.ts";
import { hashVersion } from "../hash-version.ts";
import { defaultSettledMs } from "../settled-stamp.ts";
import { handleAbilities, isHandle } from "./abilities.ts";
import type { HandleStoreOptions } from "./file-handle-store.ts";
import {
  type FileInDirectory,
  isFileInDirectory,
  placeIn,
  stepsOf,
  walkTo,
} from "./file-in-directory.ts";
import { listDirectory } from "./list-directory.ts";
import { openPlace } from "./open-place.ts";
import type { FilePlace } from "./place.ts";
import { replacePlace, writePlace } from "./write-place.ts";

/** What the directory store serves: a folder that was picked, or a file below it. */
export type DirectoryLocation = FileSystemDirectoryHandle | FileInDirectory;

/**
 * A store for each `FileSystemDirectoryHandle`, as `showDirectoryPicker` and dropped folders give
 * them, and for what {@link fileIn} names. It writes as {@link fileHandleStore} does.
 */
export function directoryStore({
  settledMs = defaultSettledMs,
}: HandleStoreOptions = {}): Store<DirectoryLocation> {
  const place = (location: DirectoryLocation): FilePlace =>
    placeIn(split(location), nameOf(location));
  return {
    name: "folder",
    matches: (location): location is DirectoryLocation =>
      isHandle(location, "directory") || isFileInDirectory(location),
    nameOf,
    patternOf: () => undefined,
    can: () => handleAbilities({ create: true, list: true }),
    kindOf: (location) => kindIn(split(location), nameOf(location)),
    open: (location, options) => openPlace(place(location), settledMs, options),
    write: (location, pieces, options) => writePlace(place(location), pieces, options),
    replace: (location, change, options) => replacePlace(place(location), change, options),
    versionOf: hashVersion,
    list: (location, options) =>
      listIn(split(location), nameOf(location), settledMs, options) as AsyncIterable<
        ListedObject<DirectoryLocation>
      >,
  };
}

function split(location: DirectoryLocation): FileInDirectory {
  return isFileInDirectory(location) ? location : { directory: location, path: "" };
}

function nameOf(location: DirectoryLocation): string {
  const { directory, path } = split(location);
  // The root of the origin's storage has no name.
  const start = directory.name === "" ? "storage" : directory.name;
  return [start, ...stepsOf(path)].join("/");
}

/** What lies at a path below a folder. */
export async function kindIn(
  { directory, path }: FileInDirectory,
  name: string,
): Promise<LocationKind> {
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (last === undefined) return "folder";
  const parent = await orNothing(walkTo(directory, steps.slice(0, -1)), name);
  if (parent === undefined) return "none";
  if ((await orNothing(parent.getFileHandle(last), name)) !== undefined) return "object";
  return (await orNothing(parent.getDirectoryHandle(last), name)) === undefined ? "none" : "folder";
}

/** `undefined` where nothing is there, or something of another kind. */
async function orNothing<T>(looking: Promise<T>, name: string): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    const other = ["NotFoundError", "TypeMismatchError"];
    if (error instanceof DOMException && other.includes(error.name)) return undefined;
    // A name that no file can have.
    if (error instanceof TypeError) return undefined;
    return named(name, Promise.reject(error));
  }
}

/** Lists a folder below a folder. What it gives lies in the first. */
export async function* listIn(
  { directory, path }: FileInDirectory,
  name: string,
  settledMs: number,
  options?: ListOptions,
): AsyncGenerator<ListedObject<FileInDirectory>> {
  options?.signal?.throwIfAborted();
  const at = await orNothing(walkTo(directory, stepsOf(path)), name);
  if (at === undefined) throw notFound(name, "There is no such folder");
  const start = name.endsWith("/") ? name : `${name}/`;
  const found = listDirectory({ directory: at, below: "", start }, settledMs, options);
  for await (const { path: below, size, stamp } of found) {
    yield { location: { directory: at, path: below }, path: start + below, size, stamp };
  }
}
