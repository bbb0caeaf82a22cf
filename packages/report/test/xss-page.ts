import type { Scrapbook } from "@scrapbook/core";
import type { Page } from "playwright";
import { bundle } from "./bundle.ts";

/** A page without policy that shows `markup`, and knows this package and the notebooks of `book`. */
export async function pageWith(markup: string, book: Scrapbook): Promise<string> {
  const scripts = await bundle(`
    export { parseNotebook, Scrapbook } from "@scrapbook/core";
    export { renderDisplay } from "./dom/index.ts";
    export { ScrapbookReport } from "./element/index.ts";
  `);
  return `<!doctype html><title>x</title><body>${markup}<div id="place"></div>
<script>${scripts.replaceAll("</script", "<\\/script")}</script>
<script>
const { parseNotebook, Scrapbook } = scrapbook;
window.book = new Scrapbook(${given(book)}.map(([key, scraps]) => [key, parseNotebook({
  nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{
    cell_type: "code", metadata: {}, source: "", execution_count: 1,
    outputs: scraps.map(([name, data]) => ({
      output_type: "display_data",
      data: data ?? { "application/scrapbook.scrap.text+json": { name, data: name, encoder: "text", version: 1 } },
      metadata: { scrapbook: { name, data: data === null, display: data !== null } },
    })),
  }],
}, { strict: false })]));
</script>`;
}

/** The notebooks as a script's literal. */
function given(book: Scrapbook): string {
  const files = [...book].map(([key, notebook]) => [
    key,
    [...notebook.scraps.values()].map((scrap) => [scrap.name, scrap.display?.data ?? null]),
  ]);
  return JSON.stringify(files).replaceAll("<", "\\u003c");
}

/** What {@link showAll} showed. */
export interface Shown {
  /** Displays that stand in the page itself. */
  readonly inline: number;
  /** Displays that `renderDisplay` framed. */
  readonly framed: number;
}

/**
 * Shows each scrap by `renderDisplay`, and all of them by `<scrapbook-report>`. Of the notebook with the
 * key `alone`, frames are thrown away: a browser takes long for hundreds, and other pages have them.
 */
export function showAll(page: Page, alone: string): Promise<Shown> {
  return page.evaluate(async (alone) => {
    // biome-ignore lint/suspicious/noExplicitAny: what the page set
    const { scrapbook, book } = window as any;
    const shown = { inline: 0, framed: 0 };
    for (const [key, notebook] of book) {
      for (const scrap of notebook.scraps.values()) {
        const element = document.createElement("div");
        await scrapbook.renderDisplay(scrap, element);
        const isFramed = element.firstElementChild?.shadowRoot?.querySelector("iframe") != null;
        shown[isFramed ? "framed" : "inline"]++;
        if (!isFramed || key !== alone) document.getElementById("place")?.append(element);
      }
    }
    // biome-ignore lint/suspicious/noExplicitAny: what the page set
    const report = document.createElement("scrapbook-report") as any;
    report.setAttribute("editable", "");
    report.options = { by: "scrap", charts: (key: string) => key !== alone };
    report.scrapbook = book;
    document.body.append(report);
    await report.shown;
    return shown;
  }, alone);
}
