import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the echo answers with, unless the request is for something that it knows. */
export interface Echo {
  readonly url: string;
  /** The status of the answers that follow. With 200 the body is `body`. */
  answer(status: number, body?: string): void;
  stop(): Promise<void>;
}

/** A server that writes into its answer everything that was sent to it: status, names, headers and body. */
export async function startEcho(): Promise<Echo> {
  let status = 403;
  let body: string | undefined;
  const server = createServer(async (request, answer) => {
    let sent = "";
    for await (const piece of request) sent += piece;
    const text = JSON.stringify({ url: request.url, headers: request.headers, sent });
    const exception = { exception: text, message: text, javaClassName: text };
    const plain = text.replace(/[^\x20-\x7e]/g, "?");
    answer.writeHead(status, plain.slice(0, 500), {
      "content-type": status === 200 ? "application/json" : "application/xml",
      ...{ "x-echo": plain, "x-ms-error-code": plain.slice(0, 900), etag: '"1"' },
      "last-modified": "Thu, 26 Nov 2026 12:00:00 GMT",
    });
    const said = `<Error><Code>${text}</Code><Message>${text}</Message></Error>`;
    const json = JSON.stringify({ RemoteException: exception, error: exception, message: text });
    answer.end(body ?? (request.url?.includes("webhdfs") ? json : said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (next, text) => {
      status = next;
      body = text;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
