import type { AbortSignalLike } from "@scrapbook/core";
import {
  collectBytes,
  conflict,
  defaultMaxBytes,
  notFound,
  type OpenedObject,
  type Pieces,
  redact,
  type Store,
  tooLarge,
} from "@scrapbook/core/io";

/** Notebooks on a web server that takes PUT, ranges, and conditions on etags. */
export function httpStore(): Store {
  const store: Store = {
    name: "http",
    matches: (location): location is string => /^https?:/.test(String(location)),
    nameOf: redact,
    patternOf: () => undefined,
    can: () => ({ expect: true, create: true, ranges: true, list: false, write: true }),
    kindOf: () => "object",
    async open(location, { signal, unless, maxBytes = defaultMaxBytes } = {}) {
      const head = await ask(location, "HEAD", { "if-none-match": unless }, signal);
      if (head.status === 304) return undefined;
      const size = Number(head.headers.get("content-length"));
      if (size > maxBytes) throw tooLarge(redact(location), maxBytes);
      return openedUrl(location, head.headers.get("etag") ?? "", { size, maxBytes, signal });
    },
    async write(location, pieces, { signal, expect } = {}) {
      const condition = expect === "none" ? { "if-none-match": "*" } : { "if-match": expect };
      const body = await whole(pieces, signal);
      const { headers } = await ask(location, "PUT", condition, signal, body);
      return { version: headers.get("etag") ?? "" };
    },
    async replace(location, change, options) {
      const now = await store.open(location, options);
      const pieces = now && (await change(now));
      return pieces && store.write(location, pieces, { ...options, expect: now.version });
    },
  };
  return store;
}

interface Known {
  readonly size: number;
  readonly maxBytes: number;
  readonly signal: AbortSignalLike | undefined;
}

/** An object as it was when we asked: each request is on condition that it still is. */
function openedUrl(
  location: string,
  etag: string,
  { size, maxBytes, signal }: Known,
): OpenedObject {
  const name = redact(location);
  async function* stream({ start = 0, end = size } = {}): AsyncGenerator<Uint8Array> {
    if (start >= Math.min(end, size)) return;
    const range = `bytes=${start}-${Math.min(end, size) - 1}`;
    const { body } = await ask(location, "GET", { "if-match": etag, range }, signal);
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) yield piece;
  }
  return {
    ...{ size, stamp: etag, version: etag, stream },
    read: (into) => collectBytes(stream(), { name, size, maxBytes, into }),
    slice: (start, end) => collectBytes(stream({ start, end }), { name, maxBytes }),
    close: async () => {},
  };
}

async function ask(
  location: string,
  method: string,
  conditions: Readonly<Record<string, string | undefined>>,
  signal: AbortSignalLike | undefined,
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const headers = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const response = await fetch(location, {
    method,
    headers: headers as [string, string][],
    signal: (signal ?? null) as AbortSignal | null,
    body: body ?? null,
  });
  if (response.status === 404) throw notFound(redact(location));
  if (response.status === 412) throw conflict(redact(location), "another etag");
  return response;
}

async function whole(
  pieces: Pieces,
  signal: AbortSignalLike | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted();
  const bytes = await collectBytes(pieces, { name: "", maxBytes: defaultMaxBytes });
  return bytes.slice();
}
