import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { type JupyterServer, startJupyter } from "../testing/jupyter-server.ts";
import { bundle, launchChromium } from "../testing/site.ts";

declare const scrapbook: typeof import("./index.ts") &
  Pick<typeof import("../index.ts"), "editNotebook" | "readNotebook">;

let server: JupyterServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startJupyter(), launchChromium()]);
});

afterAll(() => Promise.all([server.close(), browser.close()]));

test("a page of the server itself saves as who is signed in, with the XSRF token", async () => {
  await writeFile(join(server.folder, "a.ipynb"), notebookText(1));
  const page = await browser.newPage();
  await page.goto(`${server.url}login?token=${server.token}`);
  await page.evaluate(
    await bundle('export * from "../index.ts"; export * from "../jupyter/index.ts";').then(
      (code) => `${code};globalThis.scrapbook = scrapbook;`,
    ),
  );
  const saved = await page.evaluate(async () => {
    const stores = [scrapbook.jupyter({ url: location.origin, lookBeforeSaving: true })];
    const at = `${location.origin}/lab/tree/a.ipynb`;
    await scrapbook.editNotebook(at, (session) => session.set("x", 2), { stores });
    return (await scrapbook.readNotebook(at, { stores })).value("x");
  });
  expect(saved).toBe(2);
  await page.context().clearCookies();
  const refused = await page.evaluate(async () => {
    const stores = [scrapbook.jupyter({ url: location.origin })];
    return scrapbook.readNotebook("jupyter://a.ipynb", { stores }).then(
      () => "read",
      (error) => error.code,
    );
  });
  expect(refused).toBe("store-unauthenticated");
});
