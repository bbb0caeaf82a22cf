import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { answer } from "./web-server.ts";

/** What the page's script has. */
export type Scrapbook = typeof import("../index.ts") & typeof import("../worker/index.ts");

/** A web site with this package as `window.scrapbook`, and a Chromium to visit it. */
export interface Site {
  readonly origin: string;
  readonly browser: Browser;
  /** Opens the site: in a context of its own, or as another tab of one. */
  open(context?: BrowserContext): Promise<Page>;
  close(): Promise<void>;
}

/** @param policy a Content-Security-Policy for the page. Default none. */
export async function openSite(policy?: string): Promise<Site> {
  const scripts: Readonly<Record<string, string>> = {
    "/scrapbook.js": await bundle(
      'export * from "../index.ts"; export * from "../worker/index.ts";',
    ),
    "/worker.js": await bundle('import "../worker/script.ts";'),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://site");
    if (answer(request, response)) return;
    const script = scripts[pathname];
    if (script !== undefined) {
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(script);
      return;
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (policy !== undefined) response.setHeader("content-security-policy", policy);
    response.end('<!doctype html><title>site</title><script src="/scrapbook.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchChromium();
  return {
    origin,
    browser,
    open: async (context) => {
      const page = await (context ?? (await browser.newContext())).newPage();
      await page.goto(`${origin}/`);
      return page;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A module as one script that sets `window.scrapbook`. */
export async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "scrapbook",
    conditions: ["@scrapbook/source"],
    target: "es2022",
    // A script has none: its pages say where the worker's is.
    logOverride: { "empty-import-meta": "silent" },
  });
  return outputFiles[0]?.text ?? "";
}

/** How long a page may take for anything: on a busy machine more than the usual 30 seconds. */
const slowMs = 120_000;

/** Chromium, in whose pages everything may take its time. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    timeout: slowMs,
  });
  browser.on("context", (context) => context.setDefaultTimeout(slowMs));
  return browser;
}
