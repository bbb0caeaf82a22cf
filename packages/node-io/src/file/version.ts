import type { Hash } from "node:crypto";
import {
  type BigIntStats,
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
} from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Pieces } from "@scrapbook/core/io";
import { cryptoModule } from "./crypto-module.ts";
import { defaultSettledMs } from "./stamp.ts";

/**
 * The version of a file: a hash of its bytes, so that it tells a change however soon it came after
 * the last, and whatever became of the file's times.
 */
export function fileVersion(bytes: Uint8Array): string {
  return hashVersion(cryptoModule().createHash("sha256").update(bytes));
}

/** The version of what was hashed piece by piece, with SHA-256. */
export function hashVersion(hash: Hash): string {
  return `sha256-${hash.digest("base64url")}`;
}

/** Pieces whose version is known when all of them were taken. */
export interface HashedPieces {
  readonly pieces: Pieces;
  version(): string;
}

/** Hashes pieces as they are taken. */
export function hashPieces(pieces: Pieces): HashedPieces {
  const hash = cryptoModule().createHash("sha256");
  const hashed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  return { pieces: hashed(), version: () => hashVersion(hash) };
}

/** A file as it was found: its times, and when. */
export interface FileStamp {
  readonly stat: BigIntStats;
  readonly seenAt: number;
}

/** Looks at a file's times: before it is read, so that a later change cannot go unseen. */
export async function stampFile(path: string): Promise<FileStamp> {
  const seenAt = Date.now();
  return { stat: await stat(path, { bigint: true }), seenAt };
}

/** What a file held when it was read. */
export interface ReadBytes {
  readonly size: number;
  /**
   * Whether a file holds exactly these bytes. `undefined` where nobody looked at them: then nothing
   * depends on them, and the file's times are enough.
   */
  readonly isHeldBy: ((path: string) => Promise<boolean>) | undefined;
}

/** Bytes that are at hand. */
export function readBytes(bytes: Uint8Array): ReadBytes {
  return { size: bytes.length, isHeldBy: (path) => holds(path, bytes) };
}

/** Bytes of which the version alone was kept. */
export function hashedBytes(size: number, version: string): ReadBytes {
  return { size, isHeldBy: async (path) => (await versionAt(path)) === version };
}

/**
 * Whether a file holds other bytes than when it was read. Its times spare the reading where they are
 * old enough: a clock that ticks slowly gives two changes one time.
 */
export async function hasChanged(
  path: string,
  stamp: FileStamp,
  { size, isHeldBy }: ReadBytes,
): Promise<boolean> {
  const now = await stat(path, { bigint: true }).catch(() => undefined);
  if (now === undefined || now.size !== BigInt(size)) return true;
  const isSame = isAlike(now, stamp.stat);
  if (isHeldBy === undefined) return !isSame;
  if (isSame && isSettled(stamp)) return false;
  return !(await isHeldBy(path));
}

/** Whether a file's times are so old that any change since would have given it others. */
export function isSettled({ stat, seenAt }: FileStamp): boolean {
  return Number(stat.ctimeMs) < seenAt - defaultSettledMs;
}

function isAlike(now: BigIntStats, then: BigIntStats): boolean {
  return (
    now.dev === then.dev &&
    now.ino === then.ino &&
    now.mtimeNs === then.mtimeNs &&
    now.ctimeNs === then.ctimeNs
  );
}

/** The version of a file that was stamped; `undefined` where it is another by now. */
export function versionOfStamped(path: string, { stat }: FileStamp): string | undefined {
  const hash = cryptoModule().createHash("sha256");
  const piece = new Uint8Array(1024 * 1024);
  const file = openSync(path, "r");
  try {
    for (let read = 1; read > 0; ) {
      read = readSync(file, piece, 0, piece.length, null);
      hash.update(piece.subarray(0, read));
    }
    return isAlike(fstatSync(file, { bigint: true }), stat) ? hashVersion(hash) : undefined;
  } finally {
    closeSync(file);
  }
}

/** The version of the file; `undefined` where there is none. */
export async function versionAt(path: string): Promise<string | undefined> {
  const hash = cryptoModule().createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return hashVersion(hash);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether a file holds exactly these bytes. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(Math.min(bytes.length + 1, 1024 * 1024));
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return at === bytes.length;
      if (buffer.compare(bytes, at, at + bytesRead, 0, bytesRead) !== 0) return false;
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
