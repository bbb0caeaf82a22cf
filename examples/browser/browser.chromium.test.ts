import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type EditSession, edit, parseNotebook } from "@scrapbook/core";
import type { Browser, Page } from "playwright";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../packages/browser-io/src/testing/site.ts";

const tickers = fileURLToPath(new URL("../tickers/notebooks/", import.meta.url));
const names = ["AAA", "ABC", "BCD"].map((name) => join(tickers, `${name}.ipynb`));
const root = fileURLToPath(new URL(".", import.meta.url));
const configFile = join(root, "vite.config.ts");
let outDir: string;
let server: PreviewServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "scrapbook-browser-"));
  await build({ configFile, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const port = { port: 0, host: "127.0.0.1" };
  server = await preview({ configFile, build: { outDir }, preview: port });
  address = server.resolvedUrls?.local[0] ?? "";
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(outDir, { recursive: true });
});

/** Opens the page, as in a browser that has no handles of files. */
async function openPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  return page;
}

async function pick(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open notebooks" }).click(),
  ]);
  await chooser.setFiles(names);
  await page.getByText("3 notebooks opened").waitFor();
}

/** The file as it is with these changes and no other. */
async function changed(change: (session: EditSession) => unknown): Promise<Buffer> {
  const session = edit(await readFile(join(tickers, "AAA.ipynb")));
  change(session);
  return Buffer.from(session.toBytes());
}

test("picked notebooks are shown as a report, a chart and a table", async () => {
  const page = await openPage();
  await page.goto(address);
  await pick(page);
  const report = page.frameLocator("#report");
  await report.getByText("0.3268").first().waitFor();
  expect(await report.locator("tbody tr").count()).toBeGreaterThanOrEqual(3);
  const chart = page.locator("#chart img");
  const width = () => chart.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBe(711);
  expect(await page.locator("#frame tbody tr").count()).toBe(5);
  expect(await page.locator("#frame").textContent()).toContain("98.12");
  expect(await page.getByText("prices: the first 5 of 756 rows").isVisible()).toBe(true);
  await page.getByLabel("Notebook").selectOption("BCD");
  await expect.poll(() => page.getByLabel("symbol").inputValue()).toBe("BCD");
  await page.close();
});

test("a dropped folder is opened with all notebooks in it, and nothing else", async () => {
  const page = await openPage();
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  const files = [tickers, fileURLToPath(new URL("../tickers/main.ts", import.meta.url))];
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  }
  await page.getByText("12 notebooks opened").waitFor();
  const keys = await page.locator("#notebook option").allTextContents();
  expect(keys[0]).toBe("notebooks/AAA");
  await page.close();
});

test("a changed value is in the downloaded file, and nothing else is", async () => {
  const page = await openPage();
  await page.goto(address);
  await pick(page);
  await page.getByLabel("distance").fill("0.25");
  await page.getByLabel("close_to_ath").check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("AAA.ipynb");
  const bytes = await readFile(await download.path());
  expect(parseNotebook(bytes).value("distance")).toBe(0.25);
  const before = await readFile(join(tickers, "AAA.ipynb"), "utf8");
  const expected = before
    .replace('"data": 0.3268', '"data": 0.25')
    .replace(/("data": )false(,\s+"encoder": "json",\s+"name": "close_to_ath")/, "$1true$2");
  expect(bytes.toString()).toBe(expected);
  await page.getByText("distance, close_to_ath saved in AAA.ipynb").waitFor();
  await page.frameLocator("#report").getByText("0.25", { exact: true }).first().waitFor();
  await page.close();
});

test("a file that comes as a handle is saved in place", async () => {
  const page = await browser.newPage();
  const text = await readFile(join(tickers, "AAA.ipynb"), "utf8");
  // No program can press the buttons of the browser's dialogue: a handle of the origin's own storage
  // stands for the file that a person chose there.
  await page.addInitScript((text) => {
    window.showOpenFilePicker = async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("AAA.ipynb", { create: true });
      const writable = await handle.createWritable();
      await writable.write(text);
      await writable.close();
      return [handle];
    };
  }, text);
  await page.goto(address);
  await page.getByRole("button", { name: "Open notebooks" }).click();
  await page.getByText("1 notebook opened").waitFor();
  await page.getByLabel("symbol").fill("AAB");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("symbol saved in AAA.ipynb").waitFor();
  const now = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle("AAA.ipynb")).getFile()).text();
  });
  expect(now).toBe((await changed((session) => session.set("symbol", "AAB"))).toString());
  await page.close();
});

test("without wasm-unsafe-eval all but the table is there, which says why", async () => {
  const page = await openPage();
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response, body });
  });
  await page.goto(address);
  await pick(page);
  expect(await page.locator("#frame").textContent()).toContain("'wasm-unsafe-eval'");
  expect(await page.locator("#chart img").isVisible()).toBe(true);
  expect(await page.getByLabel("distance").inputValue()).toBe("0.3268");
  await page.close();
});

test("a file that is no notebook is told, and the others are shown", async () => {
  const page = await openPage();
  await page.goto(address);
  const broken = { name: "broken.ipynb", mimeType: "", buffer: Buffer.from('{"cells": [') };
  await page
    .locator("#files")
    .setInputFiles([
      { name: "AAA.ipynb", mimeType: "", buffer: await readFile(join(tickers, "AAA.ipynb")) },
      broken,
    ]);
  await page.frameLocator("#report").getByText("json-truncated").first().waitFor();
  expect(await page.locator("#notebook option").allTextContents()).toEqual(["AAA"]);
  await page.close();
});
