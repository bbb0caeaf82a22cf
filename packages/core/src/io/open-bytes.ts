import type { OpenedObject, ReadBuffer, Stamp, Version } from "./store.ts";
import { tooLarge } from "./store-error.ts";

/** What is known of bytes that are at hand. */
export interface BytesAtHand {
  /** For messages. */
  readonly name: string;
  readonly stamp?: Stamp | undefined;
  readonly version?: Version | undefined;
  /** Most bytes. */
  readonly maxBytes: number;
}

/**
 * Bytes that are at hand as an opened object: for stores that hold them, or have to fetch all of
 * them.
 *
 * @throws `store-too-large`.
 */
export function openBytes(bytes: Uint8Array, { name, ...known }: BytesAtHand): OpenedObject {
  if (bytes.length > known.maxBytes) throw tooLarge(name, known.maxBytes);
  return {
    size: bytes.length,
    stamp: known.stamp,
    version: known.version,
    read: async (into) => {
      const target = into === undefined ? new Uint8Array(bytes.length) : room(into, bytes.length);
      target.set(bytes);
      return target.subarray(0, bytes.length);
    },
    stream: async function* ({ start = 0, end = bytes.length } = {}) {
      const piece = bytes.slice(start, Math.max(start, end));
      if (piece.length > 0) yield piece;
    },
    slice: async (start, end) => bytes.slice(start, Math.max(start, end)),
    close: async () => {},
  };
}

/** The whole of a buffer, with room for so many bytes; what it held is not kept. */
export function room(into: ReadBuffer, length: number): Uint8Array {
  if (into.bytes.length < length) into.bytes = new Uint8Array(length);
  return into.bytes;
}

/** Where {@link collectBytes} puts what it gathers, and how much that may be. */
export interface CollectOptions {
  /** For messages. */
  readonly name: string;
  /** Bytes to be expected, where they are known. */
  readonly size?: number | undefined;
  readonly maxBytes: number;
  readonly into?: ReadBuffer | undefined;
}

/** The first size of a buffer for bytes whose number is not known. */
const firstGuess = 64 * 1024;

/**
 * Gathers a stream whose end is not known into one array.
 *
 * @throws (rejects with) `store-too-large`, before more than `maxBytes` is held; what the stream
 * rejects with.
 */
export async function collectBytes(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { name, size, maxBytes, into = { bytes: new Uint8Array(0) } }: CollectOptions,
): Promise<Uint8Array> {
  let buffer = room(into, Math.min(size ?? firstGuess, maxBytes));
  let length = 0;
  for await (const piece of pieces) {
    const needed = length + piece.length;
    if (needed > maxBytes) throw tooLarge(name, maxBytes);
    if (needed > buffer.length) {
      const grown = new Uint8Array(Math.min(Math.max(needed, buffer.length * 2), maxBytes));
      grown.set(buffer.subarray(0, length));
      into.bytes = grown;
      buffer = grown;
    }
    buffer.set(piece, length);
    length = needed;
  }
  return buffer.subarray(0, length);
}
