import { editNotebook, readNotebook, readNotebooks, readScraps } from "@scrapbook/browser-io";
import type { Editor } from "../ts-core/edit.ts";
import { limitsOf, type ReadInPieces } from "../ts-core/in-pieces.ts";
import { bookOf, foldersOf, type Library } from "../ts-core/library.ts";
import { basename, readFile } from "./node-in-page.ts";

/** The ways in which notebooks come into a page. */
export type Way = "fetch" | "blob" | "opfs";

let runs = 0;

/** Where the program that opened the page serves a file of the suite. */
const urlOf = (path: string): string =>
  `/file/${encodeURIComponent(path)}/${encodeURIComponent(basename(path))}`;

/** A file as a location. */
const readers: Readonly<Record<Way, (path: string) => Promise<string | File>>> = {
  fetch: async (path) => urlOf(path),
  blob: async (path) => fileOf(path),
  opfs: async (path) => (await copyAll([path]))[0] ?? "",
};

/** Reads in one way, a file at a time. */
export function libraryOf(way: Way): Library {
  const readOne: Library["readOne"] = async (path, options) => {
    const location = await readers[way](path);
    return readNotebook(location, { ...options, source: basename(path) });
  };
  const readInPieces: ReadInPieces = async (path, options, asked) => {
    return readScraps(await (asked.once ? onceOf(way, path) : againOf(way, path)), {
      ...options,
      ...limitsOf(asked),
      source: basename(path),
    });
  };
  return { readOne, readBook: bookOf(readOne), readInPieces };
}

/** A source that gives the file once. */
async function onceOf(way: Way, path: string): Promise<string | ReadableStream<Uint8Array>> {
  return way === "fetch" ? urlOf(path) : (await fileOf(path)).stream();
}

/** A location of which a part can be read again. A URL is none. */
async function againOf(way: Way, path: string): Promise<string | File> {
  return way === "opfs" ? readers.opfs(path) : fileOf(path);
}

/** The notebooks of folders in the origin's own storage, under the keys that they get there. */
export const folders: Library = foldersOf(libraryOf("opfs").readOne, readNotebooks, copyAll);

/** A copy in the origin's own storage, edited there, and what then stands in it. */
export const editCopy: Editor = async (path, options, change) => {
  const [location = ""] = await copyAll([path]);
  await editNotebook(location, change, options);
  const handle = await handleOf(location.slice("opfs://".length));
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
};

async function fileOf(path: string): Promise<File> {
  return new File([(await readFile(path)) as Uint8Array<ArrayBuffer>], basename(path));
}

/** Copies files, and folders with all in them, below one new folder of the storage. */
async function copyAll(paths: readonly string[]): Promise<string[]> {
  const start = `run-${runs++}`;
  const locations: string[] = [];
  for (const path of paths) {
    const response = await fetch(`/below/${encodeURIComponent(path)}`);
    for (const found of (await response.json()) as string[]) {
      const handle = await handleOf(start + found, { create: true });
      const writable = await handle.createWritable();
      await writable.write((await readFile(found)) as Uint8Array<ArrayBuffer>);
      await writable.close();
    }
    locations.push(`opfs://${start}${path}`);
  }
  return locations;
}

async function handleOf(
  path: string,
  options?: FileSystemGetFileOptions,
): Promise<FileSystemFileHandle> {
  const steps = path.split("/");
  let at = await navigator.storage.getDirectory();
  for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step, options);
  return at.getFileHandle(steps.at(-1) ?? "", options);
}
