import type { Stamp } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import type { HdfsAddress } from "./location.ts";
import type { Rest } from "./rest.ts";

/** What the NameNode knows of a file or folder, as far as we look at it. */
export interface FileStatus {
  /** The name in its folder; empty where the file itself was asked for. */
  readonly pathSuffix: string;
  readonly type: string;
  readonly length: number;
  readonly fileId: number;
  /** Milliseconds since 1970. */
  readonly modificationTime: number;
  readonly blockSize: number;
  readonly replication: number;
  /** Octal. */
  readonly permission: string;
  readonly group: string;
  /** Whether there is more than owner, group and others. */
  readonly aclBit?: boolean;
}

/** @throws (rejects with) a `Failure`, `store-not-found` where nothing is there. */
export async function statusOf(
  rest: Rest,
  address: HdfsAddress,
  signal: AbortSignal,
): Promise<FileStatus> {
  const answer = await rest.ask("GET", "GETFILESTATUS", address, {}, signal);
  const { FileStatus: status } = (answer ?? {}) as { FileStatus?: FileStatus };
  if (status !== undefined) return status;
  throw new Failure("store-io", { what: "This is no answer of WebHDFS", isPassing: true });
}

/** The same, `undefined` where nothing is there. */
export async function statusIfThere(
  ...asked: Parameters<typeof statusOf>
): Promise<FileStatus | undefined> {
  try {
    return await statusOf(...asked);
  } catch (error) {
    if (error instanceof Failure && error.code === "store-not-found") return undefined;
    throw error;
  }
}

/**
 * What tells a file's bytes. A file that is written anew has another id, one that is appended to
 * another length; a time tells those that were shortened first.
 */
export const stampOf = ({ fileId, length, modificationTime }: FileStatus): Stamp =>
  `${fileId}-${length}-${modificationTime}`;

/** @throws a `Failure` `store-not-file`. */
export function requireFile({ type }: FileStatus): void {
  if (type === "FILE") return;
  throw new Failure("store-not-file", { what: "This is a folder, not a file" });
}
