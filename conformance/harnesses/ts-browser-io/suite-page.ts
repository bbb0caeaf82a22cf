import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type Page } from "playwright";

const here = fileURLToPath(new URL(".", import.meta.url));
/** What the page may ask for: the suite's notebooks. */
const suite = fileURLToPath(new URL("../../", import.meta.url));

/** A page in Chromium with the harness in it, and the suite's files at hand. */
export async function openSuitePage(): Promise<{ page: Page; close(): Promise<void> }> {
  const script = await bundle();
  const server = createServer(async (request, response) => {
    const [, what, path = ""] = (request.url ?? "").split("/").map(decodeURIComponent);
    try {
      if (what === "page.js") {
        response.setHeader("content-type", "text/javascript; charset=utf-8");
        response.end(script);
      } else if (what === "") {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end('<!doctype html><script src="/page.js"></script>');
      } else if (!path.startsWith(suite)) response.writeHead(403).end();
      else if (what === "file") response.end(await readFile(path));
      else response.end(JSON.stringify(await below(path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    timeout: 120_000,
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    timeout: 120_000,
  });
  return {
    page,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The harness for the page, of sources or of built packages as this program itself. */
async function bundle(): Promise<string> {
  const condition = "@scrapbook/source";
  const isSource = process.execArgv.some((argument) => argument.includes(condition));
  const inPage = `${here}node-in-page.ts`;
  const { outputFiles } = await build({
    entryPoints: [`${here}page.ts`],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "harness",
    target: "es2022",
    conditions: isSource ? [condition] : [],
    inject: [`${here}buffer-in-page.ts`],
    alias: { "node:fs/promises": inPage, "node:path": inPage, "node:readline": inPage },
  });
  return outputFiles[0]?.text ?? "";
}

/** The files at a path: itself, or all that lie below it. What is not there has none. */
async function below(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const lists = await Promise.all((await readdir(path)).map((name) => below(`${path}/${name}`)));
  return lists.flat();
}
