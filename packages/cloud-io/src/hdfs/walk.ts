import type { HdfsAddress } from "./location.ts";
import type { FileStatus } from "./status.ts";
import { waitingEntries } from "./waiting.ts";

/** A page of a folder, in the NameNode's order. */
export interface FolderPage {
  readonly entries: readonly FileStatus[];
  readonly isLast: boolean;
}

/** How a tree is walked. */
export interface WalkOptions {
  readonly recursive: boolean;
  readonly hidden: boolean;
  /** Whether a folder need be entered, by its path below the start. */
  enter(below: string): boolean;
  /** One page, behind a name. */
  page(folder: HdfsAddress, after: string | undefined): Promise<FolderPage>;
}

/** A file that was found, and its path below the start. */
export interface FoundFile {
  readonly below: string;
  readonly status: FileStatus;
}

/**
 * The files of a tree in the order of the code points of their whole paths. Held are a page of each
 * folder on the way, and the entries whose turn comes later.
 */
export async function* walk(
  folder: HdfsAddress,
  options: WalkOptions,
  start = "",
): AsyncGenerator<FoundFile> {
  const waiting = waitingEntries();
  let after: string | undefined;
  for (let isLast = false; !isLast; ) {
    const page: FolderPage = await options.page(folder, after);
    for (const status of page.entries) {
      after = status.pathSuffix;
      for (const ready of waiting.before(after)) yield* visit(ready, folder, options, start);
      if (isWanted(status, options, start)) waiting.add(status);
    }
    isLast = page.isLast || page.entries.length === 0;
  }
  for (const ready of waiting.rest()) yield* visit(ready, folder, options, start);
}

function isWanted({ pathSuffix: name, type }: FileStatus, options: WalkOptions, start: string) {
  if (type === "FILE") return true;
  if (type !== "DIRECTORY" || !options.recursive) return false;
  return (options.hidden || !name.startsWith(".")) && options.enter(start + name);
}

async function* visit(
  status: FileStatus,
  folder: HdfsAddress,
  options: WalkOptions,
  start: string,
): AsyncGenerator<FoundFile> {
  const { pathSuffix: name, type } = status;
  if (type === "FILE") yield { below: start + name, status };
  else yield* walk({ ...folder, path: `${folder.path}/${name}` }, options, `${start}${name}/`);
}
