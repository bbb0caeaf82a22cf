import { ScrapbookError } from "@scrapbook/core";
import {
  defaultMaxBytes,
  type OpenedObject,
  type OpenOptions,
  type Store,
  unsupported,
} from "@scrapbook/core/io";
import { openStream } from "./file/open-stream.ts";

/** The name of standard input. A file of this name is `./-`. */
const stdin = "-";

let isRead = false;

/** Standard input, as `"-"`. It can be read once. */
export function stdinStore(): Store {
  const refuse = async (): Promise<never> => {
    throw unsupported("stdin", stdin, "be written");
  };
  return {
    name: "stdin",
    matches: (location): location is string => location === stdin,
    nameOf: () => stdin,
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: false, list: false, write: false }),
    kindOf: () => "object",
    open: (_location, options) => openStdin(options),
    write: refuse,
    replace: refuse,
  };
}

async function openStdin({
  signal,
  maxBytes = defaultMaxBytes,
}: OpenOptions = {}): Promise<OpenedObject> {
  signal?.throwIfAborted();
  if (isRead) {
    throw new ScrapbookError("store-io", {
      what: "Standard input was read already, and can be read only once",
      source: stdin,
    });
  }
  isRead = true;
  return openStream({
    name: stdin,
    maxBytes,
    pieces: () => piecesOfStdin(signal),
    close: () => {},
  });
}

async function* piecesOfStdin(signal: OpenOptions["signal"]): AsyncGenerator<Uint8Array> {
  const input = process.stdin;
  const stop = (): void => void input.destroy(signal?.reason as Error);
  signal?.addEventListener("abort", stop);
  try {
    signal?.throwIfAborted();
    yield* input as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
