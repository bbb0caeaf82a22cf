import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { edit } from "@scrapbook/core";
import type { Browser, Page } from "playwright";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type JupyterServer,
  startJupyter,
} from "../../packages/browser-io/src/testing/jupyter-server.ts";
import { launchChromium } from "../../packages/browser-io/src/testing/site.ts";

const tickers = fileURLToPath(new URL("../tickers/notebooks/", import.meta.url));
const configFile = fileURLToPath(new URL("vite.config.ts", import.meta.url));
let outDir: string;
let site: PreviewServer;
let browser: Browser;
let jupyter: JupyterServer;
let page: Page;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), "scrapbook-jupyter-page-"));
  const building = build({ configFile, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  [jupyter, browser] = await Promise.all([startJupyter(), launchChromium(), building]);
  const port = { port: 0, host: "127.0.0.1" };
  site = await preview({ configFile, build: { outDir }, preview: port });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await jupyter?.close();
  await rm(outDir, { recursive: true });
});

const place = (name: string): string => join(jupyter.folder, name);

beforeEach(async () => {
  await page?.close();
  for (const name of ["AAA.ipynb", "ABC.ipynb"]) await cp(join(tickers, name), place(name));
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(site.resolvedUrls?.local[0] ?? "");
});

async function openServer(token = jupyter.token): Promise<void> {
  await page.getByLabel("Server").fill(jupyter.url);
  await page.getByLabel("Token").fill(token);
  await page.getByRole("button", { name: "Open" }).click();
}

test("the server's notebooks are shown, and a changed value is saved in one of them", async () => {
  await openServer();
  await page.getByText("2 notebooks on the server").waitFor();
  expect(await page.locator("#notebook option").allTextContents()).toEqual(["AAA", "ABC"]);
  await page.frameLocator("#report").getByText("0.3268").first().waitFor();
  expect(await page.locator("#frame tbody tr").count()).toBe(5);
  const chart = page.locator("#chart img");
  const width = () => chart.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBe(711);
  await page.getByLabel("distance").fill("0.25");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("distance saved in AAA.ipynb").waitFor();
  const before = edit(await readFile(join(tickers, "AAA.ipynb")));
  const expected = Buffer.from(before.set("distance", 0.25).toBytes()).toString();
  expect(await readFile(place("AAA.ipynb"), "utf8")).toBe(expected);
});

test("what somebody else saved meanwhile is not lost, and is shown when asked for", async () => {
  await openServer();
  await page.getByText("2 notebooks on the server").waitFor();
  const other = edit(await readFile(place("AAA.ipynb"))).set("symbol", "else");
  await writeFile(place("AAA.ipynb"), other.toBytes());
  await page.getByLabel("distance").fill("0.25");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("[store-conflict]").waitFor();
  expect(await readFile(place("AAA.ipynb"), "utf8")).toBe(Buffer.from(other.toBytes()).toString());
  await page.getByRole("button", { name: "Read it again" }).click();
  await page.getByText("As it is on the server now").waitFor();
  expect(await page.getByLabel("symbol").inputValue()).toBe("else");
  await page.getByLabel("distance").fill("0.25");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("distance saved in AAA.ipynb").waitFor();
});

test("a wrong token is said to be one", async () => {
  await openServer("wrong");
  await page.getByText(/\[store-(unauthenticated|permission)\]/).waitFor();
});
