import { wrongArgument } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import type { ByteRange } from "../io/store.ts";

/** What we use of a `ReadableStream`. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
  };
}

/** What we use of a `Blob` or `File`. */
export interface ByteBlob {
  readonly size: number;
  stream(): ByteStream;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What we use of a fetch `Response`. */
export interface ByteResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly body: ByteStream | null;
}

/** What we use of an object that a store has opened. */
export interface OpenedBytes {
  readonly size: number | undefined;
  stream(range?: ByteRange): AsyncIterable<Uint8Array>;
  slice(start: number, end: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A notebook's bytes in pieces, in any of the forms that platforms have for them. */
export type ByteSource =
  | AsyncIterable<Uint8Array>
  | Iterable<Uint8Array>
  | Uint8Array
  | ByteStream
  | ByteBlob
  | ByteResponse
  | OpenedBytes;

/** A source as reading takes it. */
export interface Pieces {
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Reads a part once more, as it was. Absent where that cannot be. */
  readonly slice?: ((start: number, end: number) => Promise<Uint8Array>) | undefined;
  readonly close: () => Promise<void>;
}

const noClose = async (): Promise<void> => {};

/** A source's pieces; `undefined` for what is none. @throws `usage-argument`, `store-io`. */
export function piecesOf(source: unknown): Pieces | undefined {
  if (source instanceof Uint8Array) return { pieces: [source], close: noClose };
  if (typeof source !== "object" || source === null) return undefined;
  const given = source as Partial<ByteBlob & OpenedBytes & ByteResponse & ByteStream>;
  if (typeof given.stream === "function" && typeof given.slice === "function") {
    return "arrayBuffer" in given
      ? blobPieces(given as ByteBlob)
      : openedPieces(given as OpenedBytes);
  }
  if (typeof given.getReader === "function") return streamPieces(given as ByteStream);
  if ("body" in given && "status" in given) return responsePieces(given as ByteResponse);
  if (Symbol.asyncIterator in source || Symbol.iterator in source) {
    return { pieces: source as AsyncIterable<Uint8Array>, close: noClose };
  }
  return undefined;
}

function blobPieces(blob: ByteBlob): Pieces {
  return {
    ...streamPieces(blob.stream()),
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/** An object that a store has opened. */
export function openedPieces(opened: OpenedBytes): Pieces {
  return {
    // Each piece is taken before the next is asked for.
    pieces: opened.stream({ into: { bytes: new Uint8Array(0) } }),
    slice: opened.size === undefined ? undefined : (start, end) => opened.slice(start, end),
    close: () => opened.close(),
  };
}

function responsePieces({ ok, status, body }: ByteResponse): Pieces {
  if (!ok) {
    throw new ScrapbookError("store-io", {
      what: "The server answered with an error instead of a notebook",
      got: `status ${status}`,
    });
  }
  return body === null ? { pieces: [], close: noClose } : streamPieces(body);
}

function streamPieces(stream: ByteStream): Pieces {
  return { pieces: readStream(stream), close: noClose };
}

async function* readStream(stream: ByteStream): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      yield value as Uint8Array;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

/** The error for what is no source. */
export function notASource(taker: string, given: unknown): ScrapbookError {
  return wrongArgument(
    `${taker} takes a notebook's bytes in pieces`,
    given,
    "a stream, a Response, a Blob, or an iterable of Uint8Array",
  );
}
