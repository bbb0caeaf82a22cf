import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An S3 in memory that ignores conditions, as some do: it overwrites whatever `If-Match` says. */
export async function startCarelessS3(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const objects = new Map<string, Buffer>();
  const etagOf = (bytes: Buffer): string => `"${createHash("md5").update(bytes).digest("hex")}"`;
  const server = createServer(async (request, answer) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    if (request.method === "PUT") {
      const bytes = Buffer.concat(pieces);
      objects.set(path, bytes);
      answer.writeHead(200, { etag: etagOf(bytes) }).end();
      return;
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      answer.writeHead(204).end();
      return;
    }
    const bytes = objects.get(path);
    if (bytes === undefined) {
      answer.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    const isHead = request.method === "HEAD";
    answer.writeHead(200, { etag: etagOf(bytes), "content-length": bytes.length });
    answer.end(isHead ? undefined : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
