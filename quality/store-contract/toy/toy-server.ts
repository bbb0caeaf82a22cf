import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Place } from "../place.ts";
import { httpStore } from "./http-store.ts";

/** A web server with etags, ranges and conditions, and an {@link httpStore} on it. */
export async function startToyServer(): Promise<Place<string>> {
  const objects = new Map<string, { readonly bytes: Uint8Array; readonly etag: string }>();
  let writes = 0;
  const put = (path: string, bytes: Uint8Array): string => {
    const etag = `"${++writes}"`;
    objects.set(path, { bytes: bytes.slice(), etag });
    return etag;
  };

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? "").slice(1));
    const found = objects.get(path);
    const { "if-match": match, "if-none-match": noneMatch, range } = request.headers;
    const answer = (status: number, etag = found?.etag, body?: Uint8Array): void => {
      response.writeHead(status, etag === undefined ? {} : { etag });
      response.end(body);
    };
    if (request.method === "PUT") {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
      // Looked at again: another may have been quicker while this body came in.
      const now = objects.get(path);
      const isRefused = noneMatch === "*" ? now !== undefined : match && now?.etag !== match;
      return isRefused ? answer(412, now?.etag) : answer(200, put(path, Buffer.concat(chunks)));
    }
    if (found === undefined) return answer(404);
    if (noneMatch === found.etag) return answer(304);
    if (match !== undefined && match !== found.etag) return answer(412);
    if (request.method === "HEAD") response.setHeader("content-length", found.bytes.length);
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
    const isRange = start !== undefined && end !== undefined;
    answer(
      isRange ? 206 : 200,
      found.etag,
      isRange ? found.bytes.subarray(Number(start), Number(end) + 1) : found.bytes,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    store: httpStore(),
    folder: root,
    at: (path) => root + encodeURIComponent(path),
    put: async (path, bytes) => void put(path, bytes),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
