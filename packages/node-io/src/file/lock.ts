import { type FileHandle, link, open, rename, rm, utimes } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { cryptoModule } from "./crypto-module.ts";
import {
  type FoundLock,
  isAlive,
  isLocal,
  type LockHolder,
  readLock,
  thisHolder,
} from "./lock-holder.ts";
import { sidecarPath, temporaryPath } from "./sidecar.ts";

/** How writers of one file wait for each other. */
export interface LockOptions {
  /** How long a lock that another writer holds is waited for, in milliseconds. Default 10,000. */
  readonly lockTimeoutMs?: number | undefined;
  /** Stops waiting: the promise rejects with the signal's reason. Default none. */
  readonly signal?: AbortSignalLike | undefined;
}

/** A lock that is held. */
export interface Lock {
  /** Tells this holding of the lock from every other. */
  readonly token: string;
  /** Whether the lock is still ours: a lock that looked dead may have been taken. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * A lock whose holder nobody here can see, such as a process of another machine, is dead when it was
 * not touched for so long, in milliseconds; or when it claims to be touched so far in the future.
 */
const longestUntouched = 10 * 60_000;

/** How often a holder touches its lock, in milliseconds. */
const touchEvery = 60_000;

/** A lock file that says nothing belongs to a writer that died making it, in milliseconds. */
const longestEmpty = 1_000;

/**
 * Takes the lock of `path`, which our own writers share: a file beside it that names its holder.
 * The lock of a process that has died is taken over, and what it left behind removed; that of a
 * living one never is, however long it is held.
 *
 * @param path without links, so that all names of a file share one lock.
 * @throws (rejects with) `store-locked` where it is held for too long, and where something else lies
 * in its place.
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<Lock> {
  const { lockTimeoutMs = 10_000, signal } = options;
  const file = sidecarPath(path, "lock");
  const token = cryptoModule().randomBytes(8).toString("hex");
  const deadline = Date.now() + lockTimeoutMs;
  for (let wait = 2; ; wait = Math.min(wait * 1.5, 50)) {
    signal?.throwIfAborted();
    const isLate = Date.now() > deadline;
    if (await createLock(file, token, isLate)) return heldLock(file, token);
    const found = await readLock(file);
    if (found?.isFile === false) throw inTheWay(path, file);
    if (found !== undefined && (await isDead(found))) await takeOver(path, file, found.holder);
    else if (isLate) throw locked(path, file, found?.holder);
    else await delay(wait * (0.5 + Math.random()));
  }
}

function heldLock(file: string, token: string): Lock {
  const isHeld = async (): Promise<boolean> => (await readLock(file))?.holder?.token === token;
  const touch = async (): Promise<void> => {
    if (await isHeld()) await utimes(file, new Date(), new Date());
  };
  const touching = setInterval(() => void touch().catch(() => {}), touchEvery);
  touching.unref();
  return {
    token,
    isHeld,
    release: async () => {
      clearInterval(touching);
      if (await isHeld()) await rm(file, { force: true });
    },
  };
}

/** Makes the lock file; false where there is one. */
async function createLock(file: string, token: string, isLate: boolean): Promise<boolean> {
  let handle: FileHandle | undefined;
  try {
    const holder = `${JSON.stringify(await thisHolder(token))}\n`;
    handle = await open(file, "wx");
    await handle.writeFile(holder);
    return true;
  } catch (error) {
    // On a full disk there is a file, which nothing can be written into: it would be in the way.
    if (handle !== undefined) await rm(file, { force: true });
    const { code } = error as { code?: unknown };
    // Windows answers so as well while another process still has a removed file open.
    const isBusy = process.platform === "win32" && (code === "EPERM" || code === "EBUSY");
    if (code === "EEXIST" || (isBusy && !isLate)) return false;
    throw error;
  } finally {
    await handle?.close();
  }
}

async function isDead({ holder, mtimeMs }: FoundLock): Promise<boolean> {
  // Clocks differ, and a time may be set: far in the future is as wrong as long ago.
  const age = Math.abs(Date.now() - mtimeMs);
  if (holder === undefined) return age > longestEmpty;
  return (await isLocal(holder)) ? !(await isAlive(holder)) : age > longestUntouched;
}

/**
 * Removes a dead lock, and the temporary file of its holder. It is moved away first: if another was
 * quicker, what was moved is that one's live lock, which goes back.
 */
async function takeOver(path: string, file: string, dead: LockHolder | undefined): Promise<void> {
  const away = sidecarPath(path, `${cryptoModule().randomBytes(8).toString("hex")}.dead`);
  try {
    await rename(file, away);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return;
    throw error;
  }
  const moved = await readLock(away);
  const isOther =
    moved?.isFile === false || (moved?.holder && moved.holder.token !== dead?.token) === true;
  // A lock that is there by now counts; who finds that it is not its own begins again.
  if (isOther) await link(away, file).catch(() => {});
  else if (dead !== undefined) await rm(temporaryPath(path, dead.token), { force: true });
  await rm(away, { force: true });
}

/** How much of a lock file's text a message can bear: it may say anything. */
const longestShown = 60;

function locked(path: string, file: string, holder: LockHolder | undefined): ScrapbookError {
  const shown = (text: string): string => text.replace(/[^ -~]/g, "?").slice(0, longestShown);
  return new ScrapbookError("store-locked", {
    what: "Another writer holds the file's lock",
    source: path,
    got: holder && `process ${holder.pid} on ${shown(holder.host)} since ${shown(holder.time)}`,
    hint: `If it is dead, remove ${file}.`,
  });
}

function inTheWay(path: string, file: string): ScrapbookError {
  return new ScrapbookError("store-locked", {
    what: "There is something other than a file where the lock file belongs",
    source: path,
    hint: `No package of scrapbook put it there. Remove ${file}.`,
  });
}
