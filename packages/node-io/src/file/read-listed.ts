import { closeSync, fstatSync, openSync, readSync, type Stats } from "node:fs";
import {
  defaultMaxBytes,
  type OpenOptions,
  type ReadBuffer,
  room,
  tooLarge,
  type WholeObject,
} from "@scrapbook/core/io";
import { fileError } from "./file-error.ts";
import { checkSize, notRegular, openFile, openFlags } from "./open-file.ts";
import { nameOf, toPath } from "./path.ts";
import { stampOf } from "./stamp.ts";
import { isLeft, noteReading, waitForTurn } from "./turn.ts";

/** A larger file is read by another thread: to scan it takes longer than to wait for one. */
const mostNow = 4 * 1024 * 1024;

type ListedOptions = Omit<OpenOptions, "listed">;

/**
 * Reads a file that was listed. On this thread, in four calls of the system, while that keeps the
 * event loop for no more than moments (see `turn.ts`) and the file is no larger than 4 MiB; else by
 * another thread. `undefined` where it still has the stamp `unless`.
 */
export function readListed(
  location: string,
  settledMs: number,
  into: ReadBuffer,
  options: ListedOptions = {},
): WholeObject | undefined | Promise<WholeObject | undefined> {
  if (isLeft()) return readLater(location, settledMs, into, options);
  const turn = waitForTurn();
  return turn === undefined
    ? readNow(location, settledMs, into, options, into.atOnce)
    : turn.then(() => readNow(location, settledMs, into, options));
}

function readNow(
  location: string,
  settledMs: number,
  into: ReadBuffer,
  options: ListedOptions,
  atOnce?: Uint8Array,
): WholeObject | undefined | Promise<WholeObject | undefined> {
  const { signal, unless, maxBytes = defaultMaxBytes } = options;
  signal?.throwIfAborted();
  const name = nameOf(location);
  const began = performance.now();
  const seenAt = Date.now();
  let file: number | undefined;
  try {
    file = openSync(toPath(location), openFlags);
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw fileError({ code: "EISDIR" }, name);
    if (!stat.isFile()) throw notRegular(name);
    if (unless !== undefined && stampOf(stat, settledMs) === unless) return undefined;
    if (stat.size > maxBytes) throw tooLarge(name, maxBytes);
    const bytes = stat.size > mostNow ? undefined : readBytes(file, stat, into, name, atOnce);
    if (bytes === undefined) return readLater(location, settledMs, into, options);
    return { bytes, stamp: stampOf(stat, settledMs, seenAt), version: undefined };
  } catch (error) {
    throw fileError(error, name);
  } finally {
    if (file !== undefined) closeSync(file);
    noteReading(performance.now() - began);
  }
}

/** All bytes of a file; `undefined` where it does not tell its size. @throws `store-conflict`. */
function readBytes(
  file: number,
  { size }: Stats,
  into: ReadBuffer,
  name: string,
  atOnce?: Uint8Array,
): Uint8Array | undefined {
  if (size === 0) return undefined;
  // One byte more than the size, so that a file that grows is noticed.
  const buffer = atOnce && atOnce.length > size ? atOnce : room(into, size + 1);
  const length = readSync(file, buffer, 0, size + 1, null);
  checkSize(name, size, length);
  return buffer.subarray(0, length);
}

async function readLater(
  location: string,
  settledMs: number,
  into: ReadBuffer,
  options: ListedOptions,
): Promise<WholeObject | undefined> {
  const opened = await openFile(location, settledMs, { ...options, listed: true });
  if (opened === undefined) return undefined;
  try {
    const bytes = await opened.read(into);
    return { bytes, stamp: opened.stamp, version: undefined };
  } finally {
    await opened.close();
  }
}
