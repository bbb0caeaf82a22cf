import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { AbortSignalLike } from "@scrapbook/core";
import { conflict, type Pieces, type WriteOptions } from "@scrapbook/core/io";
import { writeAtomically, writePieces } from "./atomic-write.ts";
import { fileError } from "./file-error.ts";
import { type Lock, type LockOptions, takeLock } from "./lock.ts";
import { temporaryPath } from "./sidecar.ts";
import type { WriteTarget } from "./target.ts";
import { versionAt } from "./version.ts";

/** What a file is to become, and a last look before it does. */
export interface Replacement {
  readonly pieces: Pieces;
  readonly beforeRename: () => Promise<void>;
  /** Gives back what the pieces come from. Default: there is nothing. */
  readonly close?: (() => Promise<void>) | undefined;
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
    throw options.signal?.aborted ? options.signal.reason : fileError(error, name);
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
  try {
    await writeAtomically({
      path,
      temporary: temporaryPath(path, token),
      replaced: stat,
      pieces: replacement.pieces,
      signal,
      beforeRename: async () => {
        await replacement.beforeRename();
        signal?.throwIfAborted();
        if (!(await isHeld())) throw conflict(name, "another writer took the lock");
      },
    });
  } finally {
    await replacement.close?.();
  }
  return true;
}

/** Checks that a file still is what a write expects. @throws (rejects with) `store-conflict`. */
export async function checkVersion(
  { path }: WriteTarget,
  name: string,
  { expect }: WriteOptions,
): Promise<void> {
  if (expect === undefined) return;
  const version = await versionAt(path);
  if (expect === "none" ? version === undefined : version === expect) return;
  throw conflict(name, version === undefined ? "no file" : `version ${version}`);
}

/** Writes straight into what cannot be replaced: a device, or a pipe, once somebody reads from it. */
export async function writeInto(
  path: string,
  name: string,
  pieces: Pieces,
  signal: AbortSignalLike | undefined,
): Promise<void> {
  try {
    const file = await openReceiver(path, signal);
    try {
      await writePieces(file, pieces, signal);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : fileError(error, name);
  }
}

/** Opens a device or pipe. A pipe that nobody reads from would keep us waiting, deaf to the signal. */
async function openReceiver(
  path: string,
  signal: AbortSignalLike | undefined,
): Promise<FileHandle> {
  const probe = await openReady(path, signal);
  try {
    // Writing to the probe itself would fail where the reader is slower than we are.
    return await open(path, "w");
  } finally {
    await probe.close();
  }
}

async function openReady(path: string, signal: AbortSignalLike | undefined): Promise<FileHandle> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await open(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    } catch (error) {
      if ((error as { code?: unknown }).code !== "ENXIO") throw error;
    }
    await delay(20);
  }
}
