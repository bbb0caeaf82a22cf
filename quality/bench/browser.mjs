// What reading costs in a page, in real Chromium: 12 notebooks against `fetch` and `response.json()`; and for how long
// a page stands still while a notebook of 200 MB is read, in the page and in a worker.
//     npx turbo run build --filter=@scrapbook/browser-io && node quality/bench/browser.mjs
import { createReadStream, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright";
import { findNeed } from "../../scripts/lib/needs.mjs";
import { corpusFiles } from "./src/corpora.js";

const rounds = 9;
const tickers = fileURLToPath(new URL("../../examples/tickers/notebooks/", import.meta.url));
const names = readdirSync(tickers).filter((name) => name.endsWith(".ipynb"));
const script = fileURLToPath(import.meta.resolve("@scrapbook/browser-io/worker/script"));
const page = fileURLToPath(new URL("src/browser-page.js", import.meta.url));
const [huge] = corpusFiles("huge");

const { outputFiles } = await build({
  entryPoints: [page],
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  logOverride: { "ignored-bare-import": "silent" },
});

/** Files by path. @type {Record<string, { file: string, isPacked?: boolean }>} */
const files = {
  "/huge.ipynb": { file: huge ?? "" },
  "/packed.ipynb": { file: huge ?? "", isPacked: true },
  "/script.js": { file: script },
  ...Object.fromEntries(names.map((name) => [`/tickers/${name}`, { file: tickers + name }])),
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? "", "http://bench").pathname;
  const found = files[path];
  if (path === "/page.js" || path === "/script.js") {
    response.setHeader("content-type", "text/javascript");
  }
  if (path === "/") {
    response.setHeader("content-type", "text/html");
    response.end('<!doctype html><script type="module" src="/page.js"></script>');
  } else if (path === "/page.js") response.end(outputFiles[0]?.contents);
  else if (found === undefined) response.writeHead(404).end();
  else if (found.isPacked) {
    response.setHeader("content-encoding", "gzip");
    createReadStream(found.file)
      .pipe(createGzip({ level: 1 }))
      .pipe(response);
  } else {
    response.setHeader("content-length", statSync(found.file).size);
    createReadStream(found.file).pipe(response);
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch({
  executablePath: findNeed("chromium") ?? "",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});

/** Calls a function of the page's script, in a tab of its own. @param {string} name @param {unknown[]} given */
async function inPage(name, ...given) {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.waitForFunction("window.bench !== undefined");
  const result = await tab.evaluate(
    ([name, given]) => /** @type {any} */ (window).bench[name](...given),
    /** @type {const} */ ([name, given]),
  );
  await tab.close();
  return result;
}

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(1)} ms`;

try {
  const urls = names.map((name) => `/tickers/${name}`);
  const times = await inPage("compare", urls, rounds);
  for (const [name, time] of Object.entries(times)) {
    console.log(`${name}: ${ms(time)}, ${(time / times["fetch and json()"]).toFixed(2)} times`);
  }
  for (const from of ["/huge.ipynb", "/packed.ipynb", "a Blob"]) {
    for (const where of ["page", "worker"]) {
      const { took, longest, tasks } = await inPage("standstill", from, where);
      console.log(
        `${from} in the ${where}: ${ms(took)}; longest standstill ${ms(longest)}; tasks over 50 ms: ${tasks.map(ms).join(", ") || "none"}`,
      );
    }
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
