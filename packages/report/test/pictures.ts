// npm run pictures -w packages/report: takes docs/pictures/report-{light,dark}.png of the ticker example.
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
import { renderReport } from "../src/index.ts";
import { launchChromium } from "./chromium.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const size = { width: 1280, height: 1570 };

const notebooks = new Map<string, Notebook>();
const errors = new Map<string, ScrapbookError>();
for (const folder of ["notebooks", "broken"]) {
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
const page = renderReport(new Scrapbook(notebooks, errors), {
  title: "Tickers",
  charts: (_key, notebook) => notebook.value("close_to_ath") === true,
});

const browser = await launchChromium();
for (const colorScheme of ["light", "dark"] as const) {
  const view = await browser.newPage({ viewport: size, colorScheme });
  await view.setContent(page);
  await view.screenshot({ path: join(root, `docs/pictures/report-${colorScheme}.png`) });
  await view.close();
}
await browser.close();
