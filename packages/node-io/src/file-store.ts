import { stat } from "node:fs/promises";
import {
  aCount,
  checkOptions,
  type OpenedObject,
  oneOf,
  type Pieces,
  passOn,
  type ReplaceOptions,
  type Store,
  unsupported,
  type WriteOptions,
  type Written,
} from "@scrapbook/core/io";
import { fileError } from "./file/file-error.ts";
import { listFolder } from "./file/list-folder.ts";
import type { LockOptions } from "./file/lock.ts";
import { openFile } from "./file/open-file.ts";
import { isFileLocation, nameOf, toPath, toTextPath } from "./file/path.ts";
import { readForChange } from "./file/read-for-change.ts";
import { readListed } from "./file/read-listed.ts";
import { checkVersion, replaceFile, writeInto } from "./file/replace-file.ts";
import { defaultSettledMs } from "./file/stamp.ts";
import { findTarget, type WriteTargetOptions } from "./file/target.ts";
import { fileVersion, hashPieces } from "./file/version.ts";

/** What writing files takes besides. */
export interface FileOptions extends Omit<LockOptions, "signal">, WriteTargetOptions {}

/** Options of {@link fileStore}. */
export interface FileStoreOptions {
  /**
   * How long ago a file must have been changed for its times to tell that it is the same, in
   * milliseconds: clocks tick slowly, and those of servers differ. Default 10,000.
   */
  readonly settledMs?: number | undefined;
}

/**
 * The files of this machine: paths of any name, and `file:` addresses. A file is replaced whole, under
 * a lock file that tells who holds it; its version is a hash of its bytes.
 *
 * @throws `usage-argument`.
 */
export function fileStore(options: FileStoreOptions = {}): Store {
  checkOptions("fileStore", options, { settledMs: aCount(0) });
  const { settledMs = defaultSettledMs } = options;
  return {
    name: "file",
    optionRules: {
      lockTimeoutMs: aCount(0),
      hardLinks: oneOf("refuse", "break"),
      nonRegular: oneOf("refuse", "write"),
    },
    matches: isFileLocation,
    nameOf,
    patternOf: (location) => {
      const path = toPath(location);
      if (typeof path !== "string") return undefined;
      return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
    },
    can: () => ({ expect: true, create: true, ranges: true, list: true, write: true }),
    kindOf,
    open: (location, options) => openFile(location, settledMs, options),
    readListed: (location, into, options) => readListed(location, settledMs, into, options),
    write,
    replace,
    list: (location, options) => listFolder(location, settledMs, options),
    versionOf: fileVersion,
  };
}

async function kindOf(location: string): Promise<"folder" | "object" | "none"> {
  try {
    return (await stat(toPath(location))).isDirectory() ? "folder" : "object";
  } catch (error) {
    const known = fileError(error, nameOf(location));
    if (known.code === "store-not-found") return "none";
    throw known;
  }
}

async function write(
  location: string,
  pieces: Pieces,
  options: WriteOptions & FileOptions = {},
): Promise<Written> {
  const { signal, expect } = options;
  signal?.throwIfAborted();
  const name = nameOf(location);
  const target = await findTarget(toTextPath(location), options);
  return passOn(async (guard) => {
    const hashed = hashPieces(guard.pieces(pieces));
    if (target.stat?.isFile() === false) {
      if (expect !== undefined) throw unsupported("file", name, "expect a version of this");
      await writeInto(target.path, name, hashed.pieces, signal);
    } else {
      await replaceFile(target, name, options, async () => {
        const beforeRename = (): Promise<void> => checkVersion(target, name, options);
        // Told early where it can be: then nothing need be written.
        await beforeRename();
        return { pieces: hashed.pieces, beforeRename };
      });
    }
    return { version: hashed.version() };
  });
}

async function replace(
  location: string,
  change: (now: OpenedObject) => Promise<Pieces | undefined>,
  options: ReplaceOptions & FileOptions = {},
): Promise<Written | undefined> {
  const { signal, hardLinks } = options;
  signal?.throwIfAborted();
  const name = nameOf(location);
  const target = await findTarget(toTextPath(location), { hardLinks });
  return passOn(async (guard) => {
    let version: (() => string) | undefined;
    await replaceFile(target, name, options, async () => {
      const found = await readForChange(target.path, name, options);
      let pieces: Pieces | undefined;
      try {
        pieces = await guard.call(() => change(found));
      } finally {
        if (pieces === undefined) await found.close();
      }
      if (pieces === undefined) return undefined;
      const hashed = hashPieces(guard.pieces(pieces));
      version = hashed.version;
      return {
        pieces: hashed.pieces,
        beforeRename: () => found.check(),
        close: () => found.close(),
      };
    });
    return version && { version: version() };
  });
}
