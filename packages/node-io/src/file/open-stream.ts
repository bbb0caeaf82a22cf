import { ScrapbookError } from "@scrapbook/core";
import { collectBytes, type OpenedObject, type ReadBuffer, tooLarge } from "@scrapbook/core/io";

/** What is known of a stream: of standard input, or of a pipe. */
export interface StreamDetails {
  /** For messages. */
  readonly name: string;
  readonly maxBytes: number;
  /** Gives the bytes, once. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

/**
 * What comes once and in order, as an opened object. Nothing is held where it is taken as a stream;
 * whoever asks for a part of it gets it from the whole, which is then held.
 */
export function openStream({ name, maxBytes, pieces, close }: StreamDetails): OpenedObject {
  let whole: Promise<Uint8Array> | undefined;
  let isTaken = false;
  const take = (): AsyncIterable<Uint8Array> => {
    if (isTaken) {
      throw new ScrapbookError("store-io", { what: "It can be read only once", source: name });
    }
    isTaken = true;
    return pieces();
  };
  const readWhole = (into?: ReadBuffer): Promise<Uint8Array> => {
    whole ??= collectBytes(take(), { name, maxBytes, into });
    return whole;
  };
  return {
    size: undefined,
    stamp: undefined,
    version: undefined,
    read: readWhole,
    stream: async function* ({ start = 0, end } = {}) {
      if (start > 0 || end !== undefined || whole !== undefined) {
        yield (await readWhole()).slice(start, end);
        return;
      }
      let length = 0;
      for await (const piece of take()) {
        length += piece.length;
        if (length > maxBytes) throw tooLarge(name, maxBytes);
        yield piece;
      }
    },
    slice: async (start, end) => (await readWhole()).slice(start, Math.max(start, end)),
    close: async () => close(),
  };
}
