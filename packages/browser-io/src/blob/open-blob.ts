import {
  collectBytes,
  defaultMaxBytes,
  type OpenedObject,
  type OpenOptions,
  type Stamp,
  tooLarge,
} from "@scrapbook/core/io";
import { domError, named } from "../dom-error.ts";

/** What is known of a blob. */
export interface KnownBlob {
  /** For messages. */
  readonly name: string;
  readonly stamp?: Stamp | undefined;
}

/**
 * A blob as an opened object: a file that was picked, or bytes in memory. Its bytes are read when
 * they are asked for, parts of it alone.
 *
 * @throws `store-too-large`.
 */
export function openBlob(
  blob: Blob,
  { name, stamp }: KnownBlob,
  { signal, maxBytes = defaultMaxBytes }: OpenOptions = {},
): OpenedObject {
  if (blob.size > maxBytes) throw tooLarge(name, maxBytes);
  const bytesOf = async (part: Blob): Promise<Uint8Array> => {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await named(name, part.arrayBuffer()));
    signal?.throwIfAborted();
    return bytes;
  };
  // A stream says of every fault that it was one. Asked for a byte, the file says which.
  const whyBroken = async (error: unknown): Promise<never> => {
    if (error instanceof TypeError) {
      await bytesOf(blob.slice(0, 1));
      return named(name, Promise.reject(new DOMException(error.message, "NotReadableError")));
    }
    throw domError(error, name);
  };
  async function* stream({ start = 0, end = blob.size } = {}): AsyncGenerator<Uint8Array> {
    const reader = blob.slice(start, Math.max(start, end)).stream().getReader();
    try {
      for (;;) {
        signal?.throwIfAborted();
        const { done, value } = await reader.read().catch(whyBroken);
        if (done) return;
        yield value;
      }
    } finally {
      // An error of the reading itself comes out of `read`.
      reader.cancel().catch(() => {});
    }
  }
  return {
    size: blob.size,
    stamp,
    version: undefined,
    read: (into) =>
      into === undefined
        ? bytesOf(blob)
        : collectBytes(stream(), { name, size: blob.size, maxBytes, into }),
    stream,
    slice: (start, end) => bytesOf(blob.slice(start, Math.max(start, end))),
    close: async () => {},
  };
}
