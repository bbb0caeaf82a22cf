import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".ipynb": "application/json",
};

/** A server on a free port of this machine. */
export interface StaticServer {
  /** Ends with a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the files of a folder, as any host of static files does. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Serves the files of a folder while `use` runs with its address. */
export async function withServer<T>(
  folder: string,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const server = await serveFolder(folder);
  try {
    return await use(server.address);
  } finally {
    await server.close();
  }
}
