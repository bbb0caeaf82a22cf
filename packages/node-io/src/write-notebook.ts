import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Pieces, ScrapbookError } from "@scrapbook/core";
import { temporaryPath } from "./atomic-sidecar.ts";
import { writeAtomically, writePieces } from "./atomic-write.ts";
import { hashVersion } from "./file-version.ts";
import { type Lock, type LockOptions, takeLock } from "./lock-file.ts";
import { toPath } from "./path.ts";
import { storeError } from "./store-error.ts";
import { findTarget, type WriteTarget, type WriteTargetOptions } from "./write-target.ts";

/** Options of {@link writeNotebook}. */
export interface WriteNotebookOptions extends WriteTargetOptions, LockOptions {
  /** Only if the file still has this version: what an earlier read or write gave. Default: always. */
  readonly ifMatch?: string | undefined;
  /** Only if there is no file yet. Default: always. */
  readonly ifNoneMatch?: "*" | undefined;
}

/**
 * Writes a file whole and safely: readers, and whoever comes after a crash, find the old bytes or
 * the new, never some of both. Links are followed; mode and owner stay. Writers of this package
 * wait for each other.
 *
 * @param content the bytes, or pieces of them, which are not joined.
 * @throws (rejects with) `store-conflict` where `ifMatch` or `ifNoneMatch` does not hold;
 * `store-locked`, `store-not-found`, `store-permission`, `store-not-file`, `store-scheme`,
 * `store-io`. The file is then as it was.
 */
export async function writeNotebook(
  path: string | URL,
  content: Uint8Array | Pieces,
  options: WriteNotebookOptions = {},
): Promise<{ readonly version: string }> {
  const name = toPath(path);
  const hash = createHash("sha256");
  const pieces = hashed(content instanceof Uint8Array ? [content] : content, hash);
  const target = await findTarget(name, options);
  if (target.stat?.isFile() === false) await writeInto(target.path, name, pieces, options);
  else {
    await replaceFile(target, name, options, async () => ({
      pieces,
      beforeRename: () => checkVersion(target, name, options),
    }));
  }
  return { version: hashVersion(hash) };
}

/** What a file is to become, and a last look before it does. */
export interface Replacement {
  readonly pieces: Pieces;
  readonly beforeRename: () => Promise<void>;
}

/**
 * Takes a file's lock, asks what the file is to become, and writes it; nothing where `prepare` gives
 * nothing. Gives whether it was written.
 *
 * @param name the file as the caller named it, for errors.
 */
export async function replaceFile(
  target: WriteTarget,
  name: string,
  options: LockOptions,
  prepare: () => Promise<Replacement | undefined>,
): Promise<boolean> {
  try {
    const lock = await takeLock(target.path, options);
    try {
      return await writeLocked(target, name, options, lock, await prepare());
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw options.signal?.aborted ? options.signal.reason : storeError(error, name);
  }
}

async function writeLocked(
  { path, stat }: WriteTarget,
  name: string,
  { signal }: LockOptions,
  { token, isHeld }: Lock,
  replacement: Replacement | undefined,
): Promise<boolean> {
  if (replacement === undefined) return false;
  await writeAtomically({
    path,
    temporary: temporaryPath(path, token),
    replaced: stat,
    pieces: replacement.pieces,
    signal,
    beforeRename: async () => {
      await replacement.beforeRename();
      if (!(await isHeld())) throw conflict(name, "another writer took the lock");
    },
  });
  return true;
}

/** The error for a file that is not what the caller thinks. */
export function conflict(name: string, got: string): ScrapbookError {
  return new ScrapbookError("store-conflict", {
    what: "The file changed meanwhile",
    source: name,
    got,
    hint: "Nothing was written. Read it again, and make the change anew.",
  });
}

async function* hashed(pieces: Pieces, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function checkVersion(
  { path }: WriteTarget,
  name: string,
  { ifMatch, ifNoneMatch }: WriteNotebookOptions,
): Promise<void> {
  if (ifMatch === undefined && ifNoneMatch === undefined) return;
  const version = await versionAt(path);
  if (ifNoneMatch !== undefined && version !== undefined) throw conflict(name, "a file is there");
  if (ifMatch !== undefined && version !== ifMatch) {
    throw conflict(name, version === undefined ? "no file is there" : `version ${version}`);
  }
}

/** The version of the file; `undefined` where there is none. */
async function versionAt(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return hashVersion(hash);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes straight into what cannot be replaced. */
async function writeInto(
  path: string,
  name: string,
  pieces: Pieces,
  { signal }: LockOptions,
): Promise<void> {
  try {
    const file = await open(path, "w");
    try {
      await writePieces(file, pieces, signal);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : storeError(error, name);
  }
}
