// Shows last night's runs, failed ones first: node server.ts FOLDER, then http://localhost:8080/
import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";
import { type ReadNotebooksOptions, readNotebooks } from "@scrapbook/node-io";
import { renderReport } from "@scrapbook/report";

/** A server for one page. What has not changed since the last look is not read again. */
export function createDashboard(folder: string | URL, options: ReadNotebooksOptions = {}): Server {
  const cache: ReadNotebooksOptions["cache"] = new Map();
  const reading: ReadNotebooksOptions = {
    strict: false,
    onError: "collect",
    recursive: true,
    cache,
  };
  return createServer(async (request, response) => {
    if (request.url !== "/") return response.writeHead(404).end("Not found");
    try {
      const book = await readNotebooks(folder, { ...reading, ...options });
      const page = await renderReport(book, { title: "Last night", parameters: true });
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end("The notebooks cannot be shown; the server's log says why");
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2] ?? new URL("../tickers/", import.meta.url);
  createDashboard(folder).listen(8080, "localhost", () => console.log("http://localhost:8080/"));
}
