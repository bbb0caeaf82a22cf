// npm run pictures -w packages/report: takes docs/pictures/{report-*,dashboard}.png of the ticker example.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  isScrapbookError,
  type Notebook,
  parseNotebook,
  Scrapbook,
  type ScrapbookError,
} from "@scrapbook/core";
import type { Browser } from "playwright";
import { renderComparison, renderReport } from "../src/index.ts";
import { launchChromium } from "./chromium.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The notebooks of folders of the example, and what could not be read. */
async function readBook(...folders: readonly string[]): Promise<Scrapbook> {
  const notebooks = new Map<string, Notebook>();
  const errors = new Map<string, ScrapbookError>();
  for (const folder of folders) {
    const path = join(root, "examples/tickers", folder);
    for (const file of (await readdir(path)).sort()) {
      const key = file.replace(/\.ipynb$/, "");
      if (notebooks.has(key)) continue;
      try {
        const bytes = await readFile(join(path, file));
        notebooks.set(key, parseNotebook(bytes, { strict: false, source: `${folder}/${file}` }));
      } catch (error) {
        if (!isScrapbookError(error)) throw error;
        errors.set(key, error);
      }
    }
  }
  return new Scrapbook(notebooks, errors);
}

const tickers = await readBook("notebooks", "broken");
const page = await renderReport(tickers, {
  title: "Tickers",
  charts: (_key, notebook) => notebook.value("close_to_ath") === true,
  better: { distance: "lower" },
  format: { distance: { style: "percent", digits: 1 } },
});
const grouped = await renderReport(await readBook("notebooks"), {
  title: "Tickers",
  by: "scrap",
  charts: ["chart"],
  columns: ["distance", "close_to_ath"],
  groupBy: "close_to_ath",
});
const dashboard = await renderReport(tickers, { title: "Last night", parameters: true });
const [AAA, ABC] = [tickers.get("AAA"), tickers.get("ABC")] as [Notebook, Notebook];
const changes = await renderComparison(
  new Scrapbook([["today", AAA]]),
  new Scrapbook([["today", ABC]]),
  { better: { distance: "lower" } },
);

/** Takes one picture. */
async function take(
  browser: Browser,
  name: string,
  markup: string,
  options: Parameters<Browser["newPage"]>[0],
): Promise<void> {
  const view = await browser.newPage(options);
  await view.setContent(markup);
  await view.screenshot({ path: join(root, `docs/pictures/${name}.png`) });
  await view.close();
}

const wide = { viewport: { width: 1280, height: 1570 } };
const browser = await launchChromium();
await take(browser, "report-light", page, { ...wide, colorScheme: "light" });
await take(browser, "report-dark", page, { ...wide, colorScheme: "dark" });
await take(browser, "report-phone", page, { viewport: { width: 390, height: 844 } });
await take(browser, "report-by-scrap", grouped, { viewport: { width: 1280, height: 1000 } });
await take(browser, "report-comparison", changes, { viewport: { width: 1280, height: 1000 } });
await take(browser, "dashboard", dashboard, { viewport: { width: 1280, height: 900 } });
await browser.close();
