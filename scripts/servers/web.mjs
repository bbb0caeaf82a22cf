import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * @typedef {object} WebServer
 * @property {string} url
 * @property {Map<string, Buffer>} files By path, such as `/a.ipynb`.
 * @property {import("./fault-proxy.mjs").SeenRequest[]} seen Every request, in order.
 * @property {() => Promise<void>} stop
 */

/** The user who may read below `/private/`. */
export const webUser = { name: "ada", password: "planted-web-password" };

/**
 * A web server with files in memory: etags, ranges, `If-None-Match`, `If-Match`, `If-Range`, PUT. Below some folders it
 * is peculiar:
 * - `/gzip/a` is `/a`, packed (`Content-Encoding`), without ranges;
 * - `/plain/a` is `/a` without etag and without ranges;
 * - `/private/a` is `/a` for {@link webUser}; `/token/a` for the bearer `planted-token`;
 * - `/hop/N/a` redirects N times, to `/a`; `/to?URL` redirects to that URL;
 * - `/login/a` is a page for people.
 * @returns {Promise<WebServer>}
 */
export function startWeb() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  /** @type {import("./fault-proxy.mjs").SeenRequest[]} */
  const seen = [];
  const server = createServer((request, response) => {
    const { method = "GET", url = "/", headers } = request;
    seen.push({ method, url, headers });
    const { pathname, search } = new URL(url, "http://127.0.0.1");
    const [, folder, rest] = /^\/(gzip|plain|private|token|login)(\/.*)$/.exec(pathname) ?? [];
    const path = rest ?? pathname;
    const redirect = (/** @type {string} */ to) => response.writeHead(302, { location: to }).end();

    const hop = /^\/hop\/(\d+)(\/.*)$/.exec(pathname);
    if (hop !== null) {
      const left = Number(hop[1]) - 1;
      return redirect(left > 0 ? `/hop/${left}${hop[2]}` : /** @type {string} */ (hop[2]));
    }
    if (pathname === "/to") return redirect(decodeURIComponent(search.slice(1)));
    if (folder === "login") {
      return response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!DOCTYPE html><title>Sign in</title>");
    }
    const wanted = { private: basic(webUser), token: "Bearer planted-token" }[folder ?? ""];
    if (wanted !== undefined && headers.authorization !== wanted) {
      const scheme = folder === "private" ? "Basic" : "Bearer";
      return response.writeHead(401, { "www-authenticate": `${scheme} realm="tests"` }).end();
    }
    if (method === "PUT") return void put(path, request, response);

    const file = files.get(path);
    if (file === undefined) return response.writeHead(404).end("There is no such file");
    if (folder === "plain") return send(response, 200, {}, file, method);
    const etag = etagOf(file);
    if (headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    if (headers["if-match"] !== undefined && headers["if-match"] !== etag) {
      return response.writeHead(412).end();
    }
    if (folder === "gzip") {
      return send(response, 200, { etag, "content-encoding": "gzip" }, gzipSync(file), method);
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? "");
    if (range === null)
      return send(response, 200, { etag, "accept-ranges": "bytes" }, file, method);
    const start = Number(range[1]);
    const end = range[2] === "" ? file.length : Math.min(Number(range[2]) + 1, file.length);
    if (start >= file.length) {
      return response.writeHead(416, { "content-range": `bytes */${file.length}` }).end();
    }
    const between = { etag, "content-range": `bytes ${start}-${end - 1}/${file.length}` };
    return send(response, 206, between, file.subarray(start, end), method);
  });

  /** @param {string} path @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async function put(path, request, response) {
    /** @type {Buffer[]} */
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const file = files.get(path);
    const { "if-match": expected, "if-none-match": none } = request.headers;
    const isWrong = expected !== undefined && (file === undefined || expected !== etagOf(file));
    if (isWrong || (none === "*" && file !== undefined)) return response.writeHead(412).end();
    const bytes = Buffer.concat(pieces);
    files.set(path, bytes);
    return response.writeHead(file === undefined ? 201 : 204, { etag: etagOf(bytes) }).end();
  }

  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const stop = async () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://127.0.0.1:${port}`, files, seen, stop });
    });
  });
}

/** @param {Buffer} bytes */
const etagOf = (bytes) => `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;

/** @param {{ name: string, password: string }} user */
const basic = ({ name, password }) =>
  `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 * @param {Buffer} body
 * @param {string} method
 */
function send(response, status, headers, body, method) {
  response.writeHead(status, { ...headers, "content-length": body.length });
  return response.end(method === "HEAD" ? undefined : body);
}
