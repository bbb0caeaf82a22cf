import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server on this machine. */
export interface LocalServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A server that nobody may reach: it counts connections, also those that ask for nothing. */
export interface Trap extends LocalServer {
  /** What was asked for, or `(connection)`. */
  readonly caught: string[];
}

/** Opens a trap. It answers every path as a script, a picture or a page might be wished. */
export async function openTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.setHeader("access-control-allow-origin", "*");
    response.end("");
  });
  server.on("connection", () => caught.push("(connection)"));
  return { caught, ...(await listen(server)) };
}

/** Serves one page, whatever path is asked for. */
export async function servePage(markup: string): Promise<LocalServer> {
  return listen(
    createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(markup);
    }),
  );
}

async function listen(server: Server): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
