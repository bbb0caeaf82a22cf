import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import {
  collectBytes,
  conflict,
  type OpenedObject,
  type Stamp,
  tooLarge,
} from "@scrapbook/core/io";
import type { FetchOptions } from "./fetch-options.ts";

/** What an opened answer needs to be read, and to be asked for again. */
export interface Opening extends FetchOptions {
  /** For messages. */
  readonly name: string;
  readonly maxBytes: number;
  readonly signal: AbortSignalLike | undefined;
  again(): Promise<Response>;
}

/** The server's token for what it sent: an etag, or a date. A page of another origin may see neither. */
export function stampOf({ headers }: Response): Stamp | undefined {
  return headers.get("etag") ?? headers.get("last-modified") ?? undefined;
}

/**
 * An answer whose bytes are on their way. They are read once as they come; what asks for them once
 * more makes another request.
 *
 * @throws `store-too-large`.
 */
export function openResponse(first: Response, opening: Opening): OpenedObject {
  const { name, maxBytes } = opening;
  const stamp = stampOf(first);
  const size = sizeOf(first);
  let next: Response | undefined = first;
  if (size !== undefined && size > maxBytes) {
    first.body?.cancel();
    throw tooLarge(name, maxBytes);
  }
  const take = async (): Promise<Response> => {
    const response = next ?? (await opening.again());
    next = undefined;
    if (response !== first && stampOf(response) !== stamp) {
      response.body?.cancel();
      throw conflict(name, "other bytes than before");
    }
    return response;
  };
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* piecesOf(await take(), size, opening);
  }
  async function* part(start: number, end: number): AsyncGenerator<Uint8Array> {
    let at = 0;
    if (start >= end) return;
    for await (const piece of whole()) {
      const from = Math.max(0, start - at);
      const to = Math.min(piece.length, end - at);
      at += piece.length;
      if (from < to) yield piece.subarray(from, to);
      if (at >= end) return;
    }
  }
  return {
    size,
    stamp,
    version: undefined,
    read: (into) => collectBytes(whole(), { name, size: size ?? lengthOf(first), maxBytes, into }),
    stream: ({ start = 0, end = Infinity } = {}) => part(start, end),
    slice: (start, end) => collectBytes(part(start, end), { name, maxBytes }),
    close: async () => {
      await next?.body?.cancel().catch(() => {});
      next = undefined;
    },
  };
}

/** Bytes of the file. Another origin's server may have packed it without the page being told. */
function sizeOf(response: Response): number | undefined {
  const isKnown = response.type === "basic" && !response.headers.has("content-encoding");
  return isKnown ? lengthOf(response) : undefined;
}

function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get("content-length");
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

async function* piecesOf(
  { body }: Response,
  total: number | undefined,
  { name, maxBytes, signal, onProgress }: Opening,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  let loaded = 0;
  try {
    for (;;) {
      const value = await nextPiece(reader).catch((error) => {
        signal?.throwIfAborted();
        throw brokenOff(name, loaded, total, error);
      });
      if (value === undefined) return;
      loaded += value.length;
      if (loaded > maxBytes) throw tooLarge(name, maxBytes);
      onProgress?.({ source: name, loaded, total });
      yield value;
    }
  } finally {
    reader?.cancel().catch(() => {});
  }
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<Uint8Array | undefined> {
  return (await reader?.read())?.value;
}

function brokenOff(
  source: string,
  loaded: number,
  total: number | undefined,
  cause: unknown,
): ScrapbookError {
  return new ScrapbookError("store-unreachable", {
    what: "The transfer broke off",
    source,
    got: `${loaded} bytes${total === undefined ? "" : ` of ${total}`}`,
    hint: "Check the network, and try again.",
    cause,
  });
}
