import { byCodePoints } from "@scrapbook/core/internal";
import { named } from "../dom-error.ts";

/** The files of a dropped folder where the browser gives no handles, in code-point order. */
export async function* entryFiles(
  folder: FileSystemDirectoryEntry,
  start: string,
  enters: (name: string) => boolean,
): AsyncGenerator<readonly [path: string, file: File]> {
  const entries = await named(start, entriesOf(folder));
  for (const entry of entries) {
    const path = start + entry.name;
    if (entry.isFile) {
      yield [path, await named(path, fileOf(entry as FileSystemFileEntry))];
    } else if (enters(entry.name)) {
      yield* entryFiles(entry as FileSystemDirectoryEntry, `${path}/`, enters);
    }
  }
}

/** All entries: a reader gives them in parts, and an empty part at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) break;
    for (const entry of part) all.push(entry);
  }
  return all.sort((a, b) => byCodePoints(sortName(a), sortName(b)));
}

function sortName({ name, isDirectory }: FileSystemEntry): string {
  return isDirectory ? `${name}/` : name;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
