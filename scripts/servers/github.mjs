import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** The token of the one who may read private repositories. */
export const githubToken = "planted-github-token";

/**
 * What GitHub's API and its raw files look like, for files in memory: status, headers and bodies have the shapes that
 * GitHub documents for "Get repository content" (`application/vnd.github.raw+json`), for what is missing, and for a limit
 * that is used up.
 * @returns {Promise<{ url: string, files: Map<string, Buffer>, seen: import("./fault-proxy.mjs").SeenRequest[], stop: () =>
 *   Promise<void> }>} Files by `OWNER/REPO/REF/PATH`. Those of the owner `private` need the token; the owner `limited` has no
 *   requests left.
 */
export function startGithub() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  /** @type {import("./fault-proxy.mjs").SeenRequest[]} */
  const seen = [];
  const server = createServer((request, response) => {
    const { method = "GET", url = "/", headers } = request;
    seen.push({ method, url, headers });
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const say = (/** @type {number} */ status, /** @type {string} */ message, more = {}) =>
      response
        .writeHead(status, { "content-type": "application/json; charset=utf-8", ...more })
        .end(
          JSON.stringify({
            message,
            documentation_url: "https://docs.github.com/rest",
            status: `${status}`,
          }),
        );

    const api = /^\/repos\/([^/]+)\/([^/]+)\/contents\/(.*)$/.exec(pathname);
    const raw = /^\/([^/]+)\/([^/]+)\/([^/]+)\/(.*)$/.exec(pathname);
    const [owner = "", repo = "", ref = "", path = ""] = (
      api === null
        ? (raw?.slice(1) ?? [])
        : [api[1], api[2], searchParams.get("ref") ?? "main", api[3]]
    ).map((part) => decodeURIComponent(part ?? ""));

    if (owner === "limited") {
      const limit = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "0" };
      const reset = String(Math.ceil(Date.now() / 1000) + 3000);
      return say(403, "API rate limit exceeded for 127.0.0.1.", {
        ...limit,
        "x-ratelimit-reset": reset,
      });
    }
    const { authorization } = headers;
    if (authorization !== undefined && authorization !== `Bearer ${githubToken}`) {
      return say(401, "Bad credentials");
    }
    const file = files.get(`${owner}/${repo}/${ref}/${path}`);
    if (owner === "private" && authorization === undefined) return say(404, "Not Found");
    const isFolder = [...files.keys()].some((name) =>
      name.startsWith(`${owner}/${repo}/${ref}/${path}/`),
    );
    if (file === undefined && isFolder)
      return response
        .writeHead(200, { "content-type": "application/json; charset=utf-8" })
        .end("[]");
    if (file === undefined) return say(404, "Not Found");
    const etag = `W/"${createHash("sha1").update(file).digest("hex")}"`;
    if (headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    return response
      .writeHead(200, {
        "content-type":
          api === null
            ? "text/plain; charset=utf-8"
            : "application/vnd.github.raw+json; charset=utf-8",
        "content-length": file.length,
        etag,
      })
      .end(file);
  });
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
