import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A web server of another origin than the tests' page. */
    webServer: string;
    /** The address of a server that is not there. */
    nobody: string;
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

const files = new Map<string, { readonly bytes: Buffer; readonly etag: string }>();
let puts = 0;

const notebook = JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
const signIn = "<!doctype html><title>Sign in</title><form><input type='password'></form>";

/** What the server does, by the first step of a path. */
const handlers: Readonly<Record<string, Handler>> = {
  files: async (request, response, url) => {
    const path = decodeURIComponent(url.pathname);
    if (request.method === "PUT") {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      files.set(path, { bytes: Buffer.concat(chunks), etag: `"${++puts}"` });
      return response.end();
    }
    const found = files.get(path);
    if (found === undefined) return response.writeHead(404).end();
    response.writeHead(200, { etag: found.etag, "content-length": found.bytes.length });
    response.end(found.bytes);
  },
  status: (_, response, { pathname }) => response.writeHead(Number(pathname.slice(8))).end("no"),
  notebook: (_, response) => response.end(notebook),
  page: (_, response) => html(response, "<!doctype html><title>A listing</title>"),
  login: (_, response) => html(response, signIn),
  "to-login": (_, response) => response.writeHead(302, { location: "/web/login" }).end(),
  "to-elsewhere": (_, response, { searchParams }) =>
    response.writeHead(302, { location: `${searchParams.get("to")}/web/closed` }).end(),
  closed: (_, response) => {
    response.removeHeader("access-control-allow-origin");
    response.end(notebook);
  },
  "breaks-off": (_, response) => {
    response.writeHead(200, { "content-length": 100_000 });
    response.write("{".padEnd(1_000), () => setTimeout(() => response.destroy(), 50));
  },
  endless: (request, response) => {
    const timer = setInterval(() => response.write(" ".repeat(1_000)), 5);
    request.once("close", () => clearInterval(timer));
  },
  packed: (_, response) => {
    const bytes = gzipSync(notebook + " ".repeat(1_000_000));
    response.writeHead(200, { "content-encoding": "gzip", "content-length": bytes.length });
    response.end(bytes);
  },
  json: (_, response, { searchParams }) => response.end(searchParams.get("text")),
};

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text);
}

/** Answers what begins with `/web/`; `false`: it is for somebody else. */
export function answer(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? "", "http://server");
  const [, first, step = ""] = url.pathname.split("/");
  const handler = handlers[step];
  if (first !== "web" || handler === undefined) return false;
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, PUT");
  response.setHeader("access-control-allow-headers", "*");
  response.setHeader("access-control-expose-headers", "etag");
  if (request.method === "OPTIONS") response.writeHead(204).end();
  else handler(request, response, new URL(url.href.replace("/web/", "/")));
  return true;
}

/** Starts the server for a run of tests in the browser. */
export async function setup(project: TestProject): Promise<() => void> {
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end();
  });
  const gone = createServer();
  const [port, closed] = await Promise.all([listen(server), listen(gone)]);
  gone.close();
  project.provide("webServer", `http://127.0.0.1:${port}`);
  project.provide("nobody", `http://127.0.0.1:${closed}`);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
