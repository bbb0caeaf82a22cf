import type { BigIntStats } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { type Pieces, room } from "@scrapbook/core/io";

/** Pieces below this many bytes are gathered, so that small ones cost no system call each. */
const gathered = 64 * 1024;

/** Larger pieces are not copied to be written while the next is made. */
const mostCopied = 1024 * 1024;

/** Most bytes of one system call: some systems take no more than 2 GiB, and a signal wants to be heard. */
const mostAtOnce = 64 * 1024 * 1024;

/** What a file is made of and what it replaces. */
export interface AtomicWrite {
  readonly path: string;
  /** The file that is filled first, in the same folder. */
  readonly temporary: string;
  /** The file that is replaced, whose mode and owner the new one gets. */
  readonly replaced: BigIntStats | undefined;
  readonly pieces: Pieces;
  /** Called when all bytes are on the disk, right before they take the file's name. May throw. */
  readonly beforeRename: () => Promise<void>;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Writes a file so that whoever reads it, and whatever happens, sees either all of the old bytes or
 * all of the new: they are written beside it, brought to the disk, and only then take its name.
 */
export async function writeAtomically(write: AtomicWrite): Promise<void> {
  const { path, temporary, replaced, pieces, beforeRename, signal } = write;
  try {
    const file = await open(temporary, "wx", replaced === undefined ? 0o666 : 0o600);
    try {
      await writePieces(file, pieces, signal);
      if (replaced !== undefined) await keepOwner(file, replaced, path);
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeRename();
    await renameOver(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes pieces one after the other, small ones together. While one is written, the next is made. */
export async function writePieces(
  file: FileHandle,
  pieces: Pieces,
  signal: AbortSignalLike | undefined,
): Promise<void> {
  const buffer = new Uint8Array(gathered);
  const copy = { bytes: new Uint8Array(0) };
  let length = 0;
  let writing: Promise<void> | undefined;
  try {
    for await (const piece of pieces) {
      await writing;
      if (length + piece.length > gathered) {
        await writeAll(file, buffer.subarray(0, length), signal);
        length = 0;
      }
      if (piece.length > mostCopied) await writeAll(file, piece, signal);
      else if (piece.length >= gathered) {
        // Its bytes may be others as soon as the next piece is asked for.
        const own = room(copy, piece.length).subarray(0, piece.length);
        own.set(piece);
        writing = writeAll(file, own, signal);
        // Awaited before anything else is written.
        writing.catch(() => {});
      } else {
        buffer.set(piece, length);
        length += piece.length;
      }
    }
    await writing;
    await writeAll(file, buffer.subarray(0, length), signal);
  } finally {
    await writing?.catch(() => {});
  }
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  signal: AbortSignalLike | undefined,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    signal?.throwIfAborted();
    const { bytesWritten } = await file.write(bytes, at, Math.min(bytes.length - at, mostAtOnce));
    at += bytesWritten;
  }
}

/** Gives a new file the mode and owner of the one that it replaces. @throws `store-permission`. */
async function keepOwner(file: FileHandle, replaced: BigIntStats, path: string): Promise<void> {
  const { uid, gid } = await file.stat({ bigint: true });
  if (uid !== replaced.uid || gid !== replaced.gid) {
    try {
      await file.chown(Number(replaced.uid), Number(replaced.gid));
    } catch (error) {
      throw new ScrapbookError("store-permission", {
        what: "The file belongs to somebody else, who would lose it",
        source: path,
        got: `user ${uid} and group ${gid}`,
        expected: `user ${replaced.uid} and group ${replaced.gid}`,
        cause: error,
      });
    }
  }
  await file.chmod(Number(replaced.mode & 0o7777n));
}

/** Waits of {@link renameOver}, in milliseconds: on Windows whoever reads a file keeps its name. */
const renameWaits: readonly number[] = process.platform === "win32" ? [10, 30, 100, 300, 1000] : [];

async function renameOver(from: string, to: string): Promise<void> {
  await retryBusy(() => rename(from, to), renameWaits);
}

/** Does something again, after each of the waits, while Windows says that a file is in use. */
export async function retryBusy(act: () => Promise<void>, waits: readonly number[]): Promise<void> {
  for (const wait of waits) {
    try {
      return await act();
    } catch (error) {
      if (!busyCodes.has((error as { code?: unknown }).code)) throw error;
      await delay(wait);
    }
  }
  await act();
}

const busyCodes: ReadonlySet<unknown> = new Set(["EPERM", "EBUSY", "EACCES"]);

/** Brings a folder's entries to the disk, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Not every file system can; what was written is there all the same.
    if (!unsyncableCodes.has((error as { code?: unknown }).code)) throw error;
  } finally {
    await handle.close();
  }
}

const unsyncableCodes: ReadonlySet<unknown> = new Set(["EINVAL", "ENOTSUP", "ENOSYS"]);
