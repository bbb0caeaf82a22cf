import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Notebook } from "@scrapbook/core";
import { fileStore } from "@scrapbook/node-io";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../packages/browser-io/src/testing/site.ts";
import { createDashboard } from "./server.ts";

const tickers = new URL("../tickers/", import.meta.url);
const cache = new Map<string, { stamp: string; notebook: Notebook }>();
let folder: string;
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scrapbook-dashboard-"));
  await cp(new URL("notebooks/", tickers), folder, { recursive: true });
  await cp(new URL("broken/BAD.ipynb", tickers), join(folder, "BAD.ipynb"));
  // The notebooks were written just now: without waiting, their times alone must tell.
  server = createDashboard(folder, { cache, stores: [fileStore({ settledMs: 0 })] });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

test("last night's runs are shown, the failed one first", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  expect(await page.locator("article h2").first().textContent()).toBe("BAD");
  expect(await page.locator("article").count()).toBe(13);
  expect(await page.getByText("ValueError: BAD has no prices").first().isVisible()).toBe(true);
  await page.close();
});

test("only what has changed is read again", async () => {
  await (await fetch(address)).text();
  const before = new Map([...cache].map(([path, { notebook }]) => [path, notebook]));
  expect(before.size).toBe(13);
  const changed = join(folder, "AAA.ipynb");
  await writeFile(changed, (await readFile(changed, "utf8")).replace("0.3268", "0.1234"));
  const page = await (await fetch(address)).text();
  expect(page).toContain("0.1234");
  const again = [...cache].filter(([path, { notebook }]) => before.get(path) !== notebook);
  expect(again.map(([path]) => path.replace(/^.*[/\\]/, ""))).toEqual(["AAA.ipynb"]);
});

test("any other address is not found", async () => {
  expect((await fetch(`${address}favicon.ico`)).status).toBe(404);
});

test("notebooks that cannot be listed are an error that names no folder", async () => {
  const nowhere = createDashboard(join(folder, "nowhere"));
  await new Promise<void>((resolve) => nowhere.listen(0, "127.0.0.1", resolve));
  const response = await fetch(`http://127.0.0.1:${(nowhere.address() as AddressInfo).port}/`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain(folder);
  nowhere.closeAllConnections();
  nowhere.close();
});
