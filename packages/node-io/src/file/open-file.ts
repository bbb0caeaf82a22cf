import { constants, fstatSync, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import {
  type ByteRange,
  conflict,
  defaultMaxBytes,
  type OpenedObject,
  type OpenOptions,
  type ReadBuffer,
  room,
  tooLarge,
} from "@scrapbook/core/io";
import { fileError } from "./file-error.ts";
import { nameOf, toPath } from "./path.ts";
import { openPipe } from "./pipe.ts";
import { stampOf } from "./stamp.ts";

/** More than this some systems do not read in one call. */
const mostAtOnce = 2 ** 30;

/** How much a stream gives at once, and how much is read at first of what does not tell its size. */
const chunk = 64 * 1024;

/** The same of a large file whose pieces are looked at one after the other: each costs a promise. */
const largeChunk = 1024 * 1024;

/** Opening never waits: not for somebody to write into a pipe, either. Windows knows no such flag. */
export const openFlags: number = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file for reading. `undefined` where it still has the stamp `unless`. */
export async function openFile(
  location: string,
  settledMs: number,
  options: OpenOptions = {},
): Promise<OpenedObject | undefined> {
  const { signal, unless, maxBytes = defaultMaxBytes, listed = false } = options;
  const [name, path] = [nameOf(location), toPath(location)];
  signal?.throwIfAborted();
  let file: FileHandle | undefined;
  try {
    // A second look at a pipe would not see its end.
    if (!listed && (await stat(path)).isFIFO()) {
      return await openPipe(path, { name, maxBytes, signal });
    }
    file = await open(path, openFlags);
    // The system has just looked at it to open it: to ask on this thread takes less than to have
    // another asked.
    const found = fstatSync(file.fd);
    if (found.isDirectory()) throw fileError({ code: "EISDIR" }, name);
    if (found.isFIFO() || (!found.isFile() && listed)) throw notRegular(name);
    if (unless !== undefined && found.isFile() && stampOf(found, settledMs) === unless) {
      await file.close();
      return undefined;
    }
    if (found.size > maxBytes) throw tooLarge(name, maxBytes);
    return new OpenedFile({ file, stat: found, settledMs, name, maxBytes, signal });
  } catch (error) {
    await file?.close().catch(() => {});
    throw signal?.aborted ? signal.reason : fileError(error, name);
  }
}

/** The error for a listed location that is no regular file by now. */
export function notRegular(name: string): ScrapbookError {
  return new ScrapbookError("store-not-file", {
    what: "This is no regular file",
    source: name,
    hint: "To read it anyway, name the file itself instead of its folder.",
  });
}

interface FileDetails {
  readonly file: FileHandle;
  readonly stat: Stats;
  readonly settledMs: number;
  readonly name: string;
  readonly maxBytes: number;
  readonly signal: AbortSignalLike | undefined;
}

/** An open file. It stays the same file when another takes its name. */
class OpenedFile implements OpenedObject {
  readonly size: number | undefined;
  /** A file's version is a hash of its bytes: see `fileVersion`. */
  readonly version: undefined;
  readonly #details: FileDetails;
  readonly #seenAt = Date.now();
  #isOpen = true;

  constructor(details: FileDetails) {
    this.#details = details;
    this.size = details.stat.isFile() ? details.stat.size : undefined;
  }

  get stamp(): string | undefined {
    const { stat, settledMs } = this.#details;
    return stat.isFile() ? stampOf(stat, settledMs, this.#seenAt) : undefined;
  }

  async read(into: ReadBuffer = { bytes: new Uint8Array(0) }): Promise<Uint8Array> {
    const { file, maxBytes, name, stat, signal } = this.#details;
    // One byte more than the size, so that the end is seen without growing.
    let buffer = room(into, this.size === undefined ? chunk : this.size + 1);
    try {
      for (let length = 0; ; ) {
        signal?.throwIfAborted();
        if (length === buffer.length) buffer = grow(into, length * 2);
        const wanted = Math.min(buffer.length - length, mostAtOnce);
        const { bytesRead } = await file.read(buffer, length, wanted, null);
        length += bytesRead;
        if (length > maxBytes) throw tooLarge(name, maxBytes);
        // A regular file gives less than asked for only at its end: no need to ask again.
        if (bytesRead > 0 && (!stat.isFile() || bytesRead === wanted)) continue;
        this.#checkSize(length);
        return buffer.subarray(0, length);
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : fileError(error, name);
    }
  }

  async *stream({ start = 0, end = Number.POSITIVE_INFINITY, into }: ByteRange = {}) {
    const { maxBytes, name } = this.#details;
    const buffers = this.#buffers(into);
    let at = start;
    const read = (): Promise<Uint8Array> => {
      const [piece = new Uint8Array(chunk)] = buffers.splice(0, 1);
      const reading = this.#readPiece(piece, at, end);
      // Who stops early does not look at it; whoever goes on does.
      reading.catch(() => {});
      if (into !== undefined) buffers.push(piece);
      return reading;
    };
    let next: Promise<Uint8Array> | undefined = at < end ? read() : undefined;
    try {
      while (next !== undefined) {
        const piece = await next;
        next = undefined;
        if (piece.length === 0) {
          if (start === 0) this.#checkSize(at);
          return;
        }
        at += piece.length;
        if (at - start > maxBytes) throw tooLarge(name, maxBytes);
        // The system reads the next one while this one is looked at, where there is room for both.
        if (buffers.length === 2 && at < end) next = read();
        yield piece;
        if (at < end) next ??= read();
      }
    } finally {
      await next?.catch(() => {});
    }
  }

  /** Buffers that are filled in turns, where one may be used again. */
  #buffers(into: ReadBuffer | undefined): Uint8Array[] {
    if (into === undefined) return [];
    const length = Math.min(largeChunk, Math.max(chunk, this.size ?? 0));
    const first = room(into, length).subarray(0, length);
    return length === chunk ? [first] : [first, new Uint8Array(length)];
  }

  async #readPiece(into: Uint8Array, at: number, end: number): Promise<Uint8Array> {
    const length = Math.min(into.length, end - at);
    const read = await this.#readAt(into, 0, length, this.size === undefined ? null : at);
    return into.subarray(0, read);
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size ?? end) - start));
    let length = 0;
    while (length < bytes.length) {
      const read = await this.#readAt(bytes, length, bytes.length - length, start + length);
      if (read === 0) break;
      length += read;
    }
    this.#checkTimes();
    return bytes.subarray(0, length);
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { file, name } = this.#details;
    await file.close().catch((error: unknown) => {
      throw fileError(error, name);
    });
  }

  async #readAt(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<number> {
    const { file, name, signal } = this.#details;
    signal?.throwIfAborted();
    try {
      return (await file.read(buffer, offset, length, position)).bytesRead;
    } catch (error) {
      throw fileError(error, name);
    }
  }

  /** A part is read later than the rest: notices a program that wrote into the file meanwhile. */
  #checkTimes(): void {
    const { file, stat, name } = this.#details;
    if (!stat.isFile()) return;
    const { size, mtimeMs } = fstatSync(file.fd);
    if (size !== stat.size || mtimeMs !== stat.mtimeMs) throw conflict(name, "other bytes");
  }

  #checkSize(length: number): void {
    if (this.size) checkSize(this.#details.name, this.size, length);
  }
}

/**
 * Notices a program that writes into the file itself. Where some file systems say 0, for what they
 * make up, nothing can be told.
 *
 * @throws `store-conflict`.
 */
export function checkSize(name: string, size: number, length: number): void {
  if (length === size) return;
  throw conflict(name, `${length} bytes, ${size} when it was opened`);
}

function grow(into: ReadBuffer, length: number): Uint8Array {
  const grown = new Uint8Array(length);
  grown.set(into.bytes);
  into.bytes = grown;
  return grown;
}
