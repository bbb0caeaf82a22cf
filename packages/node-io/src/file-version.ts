import { createHash, type Hash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { open, stat } from "node:fs/promises";

/**
 * The version of a file: a hash of its bytes, so that it tells a change however soon it came after
 * the last, and whatever became of the file's times.
 */
export function fileVersion(bytes: Uint8Array): string {
  return hashVersion(createHash("sha256").update(bytes));
}

/** The version of what was hashed piece by piece, with SHA-256. */
export function hashVersion(hash: Hash): string {
  return `sha256-${hash.digest("base64url")}`;
}

/** A file's times count only when they are this much older than the look at them, in milliseconds. */
const settled = 10_000;

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

/**
 * Whether a file holds other bytes than when it was read. Its times spare the reading where they are
 * old enough: a clock that ticks slowly gives two changes one time.
 */
export async function hasChanged(
  path: string,
  stamp: FileStamp,
  bytes: Uint8Array,
): Promise<boolean> {
  const now = await stat(path, { bigint: true }).catch(() => undefined);
  if (now === undefined || now.size !== BigInt(bytes.length)) return true;
  const { stat: then, seenAt } = stamp;
  const isSame =
    now.dev === then.dev &&
    now.ino === then.ino &&
    now.mtimeNs === then.mtimeNs &&
    now.ctimeNs === then.ctimeNs;
  if (isSame && Number(then.ctimeMs) < seenAt - settled) return false;
  return !(await holds(path, bytes));
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
