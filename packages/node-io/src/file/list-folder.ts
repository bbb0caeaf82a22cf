import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { byCodePoints } from "@scrapbook/core/internal";
import {
  eachOfPages,
  type ListedObject,
  type ListedObjects,
  type ListOptions,
} from "@scrapbook/core/io";
import { fileError } from "./file-error.ts";
import { type FilePath, joinPath, nameOf, showBytes, toAddress, toPath } from "./path.ts";
import { stampOf } from "./stamp.ts";

/** How many files are listed at a time. */
const pageSize = 256;

/**
 * The regular files in a folder, and below it if asked, in code-point order of their paths. Links to
 * files count; folders that are links are not entered, so that there are no circles, and nobody is
 * led out of the folder. Only the names of the folders on the way are held.
 *
 * @param location a folder; `""` is the current one.
 */
export function listFolder(
  location: string,
  settledMs: number,
  options: ListOptions = {},
): ListedObjects {
  const name = nameOf(location);
  const start = name === "" || name.endsWith("/") ? name : `${name}/`;
  const path = location === "" ? "." : toPath(location);
  const pages = walk({ path, start }, settledMs, options);
  return { pages, [Symbol.asyncIterator]: () => eachOfPages(pages) };
}

/** A folder on the way: how the system and how we call it, the latter with a `/` at its end. */
interface Folder {
  readonly path: FilePath;
  readonly start: string;
}

async function* walk(
  folder: Folder,
  settledMs: number,
  options: ListOptions,
): AsyncGenerator<readonly ListedObject[]> {
  const { signal, recursive = false, hidden = false, enter = () => true, stamps = false } = options;
  signal?.throwIfAborted();
  let page: ListedObject[] = [];
  for (const entry of await entriesOf(folder)) {
    signal?.throwIfAborted();
    const name = folder.start + entry.name;
    if (entry.isFolder) {
      if (!recursive || (!hidden && entry.name.startsWith(".")) || !enter(name)) continue;
      if (page.length > 0) yield page;
      page = [];
      const path = joinPath(folder.path, entry.raw);
      yield* walk({ path, start: `${name}/` }, settledMs, options);
      continue;
    }
    const isLooked = stamps || entry.isLink;
    const found = isLooked ? await statOf(joinPath(folder.path, entry.raw)) : undefined;
    if (found !== undefined && !found.isFile()) continue;
    page.push({
      location: locationOf(folder, entry, name),
      path: name,
      ...(stamps ? known(found, settledMs) : unknown),
    });
    if (page.length === pageSize) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

function statOf(path: FilePath): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** What text is a path is named by it; bytes need an address. */
function locationOf(folder: Folder, entry: Entry, name: string): string {
  if (typeof folder.path === "string" && typeof entry.raw === "string") return name;
  return toAddress(absolute(Buffer.from(joinPath(folder.path, entry.raw))));
}

const unknown = { size: undefined, stamp: undefined };

function known(
  found: Stats | undefined,
  settledMs: number,
): Omit<ListedObject, "location" | "path"> {
  return found === undefined ? unknown : { size: found.size, stamp: stampOf(found, settledMs) };
}

interface Entry {
  readonly name: string;
  readonly raw: FilePath;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** The folders, files and links of a folder, in the order that their paths and all below them have. */
async function entriesOf({ path, start }: Folder): Promise<readonly Entry[]> {
  try {
    const found = await readdir(path, { withFileTypes: true });
    const isGarbled = typeof path !== "string" || found.some(({ name }) => name.includes("\uFFFD"));
    const entries = isGarbled
      ? (await readdir(path, { withFileTypes: true, encoding: "buffer" })).map(bytesEntry)
      : found.map((one) => entryOf(one, one.name, one.name));
    const wanted = entries.filter((entry) => entry !== undefined);
    return wanted.sort((a, b) => byCodePoints(sortName(a), sortName(b)));
  } catch (error) {
    throw fileError(error, start.slice(0, -1));
  }
}

function sortName({ name, isFolder }: Entry): string {
  return isFolder ? `${name}/` : name;
}

function bytesEntry(entry: Dirent<NonSharedBuffer>): Entry | undefined {
  const text = entry.name.toString();
  if (Buffer.from(text).equals(entry.name)) return entryOf(entry, text, text);
  return entryOf(entry, showBytes(entry.name), entry.name);
}

function entryOf(
  entry: Dirent<string> | Dirent<NonSharedBuffer>,
  name: string,
  raw: FilePath,
): Entry | undefined {
  const isFolder = entry.isDirectory();
  const isLink = entry.isSymbolicLink();
  return isFolder || isLink || entry.isFile() ? { name, raw, isFolder, isLink } : undefined;
}

function absolute(path: Buffer): Buffer {
  return path[0] === 0x2f ? path : Buffer.concat([Buffer.from(`${process.cwd()}/`), path]);
}
