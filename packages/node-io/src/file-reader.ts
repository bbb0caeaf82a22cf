import { type FileHandle, open } from "node:fs/promises";
import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { storeError } from "./store-error.ts";

/** Options of reading a file. */
export interface FileReadOptions {
  /** Most bytes a file may have; more is `store-too-large`, before it is read. Default 2 GiB. */
  readonly maxBytes?: number | undefined;
  /** Stops reading: the promise rejects with the signal's reason. Default none. */
  readonly signal?: AbortSignalLike | undefined;
}

/** The default of `maxBytes`: what fits comfortably into one typed array everywhere. */
export const defaultMaxBytes: number = 2 ** 31;

/** More than this some systems do not read in one call. */
const mostAtOnce = 2 ** 30;

/** How much is read at once from what does not tell its size, such as a pipe. */
const pipeChunk = 64 * 1024;

/**
 * Makes a function that reads whole files into one buffer, which grows and is used again: bytes
 * that were given are valid only until the next call. Fresh pages for every file would cost more
 * than reading it.
 */
export function createFileReader(
  options: FileReadOptions = {},
): (path: string) => Promise<Uint8Array> {
  const { maxBytes = defaultMaxBytes, signal } = options;
  let buffer = new Uint8Array(0);

  const grow = (size: number): void => {
    const grown = new Uint8Array(size);
    grown.set(buffer);
    buffer = grown;
  };

  const fill = async (file: FileHandle, path: string): Promise<Uint8Array> => {
    const stat = await file.stat();
    if (stat.isDirectory()) throw storeError({ code: "EISDIR" }, path);
    if (stat.size > maxBytes) throw tooLarge(path, maxBytes);
    // One byte more than the size, so that the end is seen without growing.
    const expected = Math.max(stat.size + 1, stat.isFile() ? 0 : pipeChunk);
    if (buffer.length < expected) buffer = new Uint8Array(expected);
    for (let length = 0; ; ) {
      signal?.throwIfAborted();
      if (length === buffer.length) grow(length * 2);
      const room = Math.min(buffer.length - length, mostAtOnce);
      const { bytesRead } = await file.read(buffer, length, room, null);
      length += bytesRead;
      if (length > maxBytes) throw tooLarge(path, maxBytes);
      // A regular file gives less than asked for only at its end: no need to ask again.
      const isEnd = bytesRead === 0 || (stat.isFile() && bytesRead < room);
      if (isEnd) return buffer.subarray(0, length);
    }
  };

  return async (path) => {
    signal?.throwIfAborted();
    let file: FileHandle | undefined;
    try {
      file = await open(path, "r");
      return await fill(file, path);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw storeError(error, path);
    } finally {
      await file?.close();
    }
  };
}

function tooLarge(path: string, maxBytes: number): ScrapbookError {
  return new ScrapbookError("store-too-large", {
    what: "The file is larger than allowed",
    source: path,
    expected: `at most ${maxBytes} bytes`,
    hint: "Raise maxBytes if you trust it.",
  });
}
