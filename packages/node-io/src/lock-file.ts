import { randomBytes } from "node:crypto";
import { link, readFile, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { sidecarPath, temporaryPath } from "./atomic-sidecar.ts";

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

/** What a lock file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly time: string;
  readonly token: string;
}

/** A lock older than this is dead, whatever became of its holder, in milliseconds. */
const longestHeld = 10 * 60_000;

/** A lock file that says nothing belongs to a writer that died making it, in milliseconds. */
const longestEmpty = 1_000;

/**
 * Takes the lock of `path`, which our own writers share: a file beside it that names its holder.
 * The lock of a process that has died is taken over, and what it left behind removed.
 *
 * @param path without links, so that all names of a file share one lock.
 * @throws (rejects with) `store-locked` where it is held for too long.
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<Lock> {
  const { lockTimeoutMs = 10_000, signal } = options;
  const file = sidecarPath(path, "lock");
  const token = randomBytes(8).toString("hex");
  const deadline = Date.now() + lockTimeoutMs;
  for (let wait = 2; ; wait = Math.min(wait * 1.5, 50)) {
    signal?.throwIfAborted();
    const isLate = Date.now() > deadline;
    if (await createLock(file, token, isLate)) return heldLock(file, token);
    const holder = await readHolder(file);
    if (holder !== "gone" && (await isDead(file, holder))) await takeOver(path, file, holder);
    else if (isLate) throw locked(path, holder);
    else await delay(wait * (0.5 + Math.random()));
  }
}

function heldLock(file: string, token: string): Lock {
  const isHeld = async (): Promise<boolean> => {
    const holder = await readHolder(file);
    return typeof holder === "object" && holder.token === token;
  };
  return {
    token,
    isHeld,
    release: async () => {
      if (await isHeld()) await rm(file, { force: true });
    },
  };
}

/** Makes the lock file; false where there is one. */
async function createLock(file: string, token: string, isLate: boolean): Promise<boolean> {
  const time = new Date().toISOString();
  const holder: Holder = { pid: process.pid, host: await thisHost(), time, token };
  try {
    await writeFile(file, `${JSON.stringify(holder)}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    // Windows answers so as well while another process still has a removed file open.
    const isBusy = process.platform === "win32" && (code === "EPERM" || code === "EBUSY");
    if (code === "EEXIST" || (isBusy && !isLate)) return false;
    throw error;
  }
}

/** What a lock file says; `"empty"` where it says nothing yet, `"gone"` where it is there no more. */
async function readHolder(file: string): Promise<Holder | "empty" | "gone"> {
  try {
    const holder = JSON.parse(await readFile(file, "utf8")) as Holder;
    return typeof holder.token === "string" ? holder : "empty";
  } catch (error) {
    return (error as { code?: unknown }).code === "ENOENT" ? "gone" : "empty";
  }
}

async function isDead(file: string, holder: Holder | "empty"): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  const age = Date.now() - found.mtimeMs;
  if (age > longestHeld) return true;
  if (holder === "empty") return age > longestEmpty;
  return holder.host === (await thisHost()) && !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code !== "ESRCH";
  }
}

/**
 * Removes a dead lock, and the temporary file of its holder. It is moved away first: if another was
 * quicker, what was moved is that one's live lock, which goes back.
 */
async function takeOver(path: string, file: string, dead: Holder | "empty"): Promise<void> {
  const away = sidecarPath(path, `${randomBytes(8).toString("hex")}.dead`);
  try {
    await rename(file, away);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return;
    throw error;
  }
  const moved = await readHolder(away);
  const isOther = typeof moved === "object" && (dead === "empty" || moved.token !== dead.token);
  // A lock that is there by now counts; who finds that it is not its own begins again.
  if (isOther) await link(away, file).catch(() => {});
  else if (dead !== "empty") await rm(temporaryPath(path, dead.token), { force: true });
  await rm(away, { force: true });
}

/** A name of this machine, or of the container that process ids belong to. */
async function thisHost(): Promise<string> {
  const processes = await readlink("/proc/self/ns/pid").catch(() => "");
  return processes === "" ? hostname() : `${hostname()} ${processes}`;
}

function locked(path: string, holder: Holder | "empty" | "gone"): ScrapbookError {
  return new ScrapbookError("store-locked", {
    what: "Another writer holds the file's lock",
    source: path,
    got:
      typeof holder === "string"
        ? undefined
        : `process ${holder.pid} on ${holder.host} since ${holder.time}`,
    hint: `If it is dead, remove ${sidecarPath(path, "lock")}.`,
  });
}
