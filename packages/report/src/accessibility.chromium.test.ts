import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseNotebook, Scrapbook } from "@scrapbook/core";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../test/bundle.ts";
import { launchChromium } from "../test/chromium.ts";
import { notebookOf } from "../test/notebook.ts";
import { renderComparison } from "./comparison/render-comparison.ts";
import { renderReport } from "./report.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const gallery = parseNotebook(
  readFileSync(new URL("../test/real/gallery.ipynb", import.meta.url)),
  { strict: false },
);
const failed = parseNotebook(
  readFileSync(new URL("../../../examples/tickers/broken/BAD.ipynb", import.meta.url)),
  { strict: false },
);
const scores = [3, 1, 2].map(
  (score, i) =>
    [
      `run ${i}`,
      notebookOf(
        { score: { data: score }, config: { data: { a: "x".repeat(90) } } },
        { papermill: { parameters: { kind: i % 2 } } },
      ),
    ] as const,
);

const pages: readonly (readonly [string, () => Promise<string>])[] = [
  [
    "a report",
    () =>
      renderReport(new Scrapbook([["gallery", gallery], ["BAD", failed], ...scores]), {
        better: { score: "higher" },
        format: { score: { digits: 1 } },
        groupBy: "kind",
        parameters: true,
      }),
  ],
  ["a report by scrap", () => renderReport(new Scrapbook([["gallery", gallery]]), { by: "scrap" })],
  [
    "a comparison",
    () =>
      renderComparison(
        new Scrapbook([
          ["a", gallery],
          ["gone", failed],
        ]),
        new Scrapbook([["a", notebookOf({ score: { data: 1 } })]]),
      ),
  ],
  ["<scrapbook-report>", elementPage],
];

/** The element in a page of its own, with what an editor adds. */
async function elementPage(): Promise<string> {
  const script = await bundle(`
    import { parseNotebook, Scrapbook } from "@scrapbook/core";
    import "./element/index.ts";
    const element = document.querySelector("scrapbook-report");
    element.scrapbook = new Scrapbook([["nb", parseNotebook(document.querySelector("#nb").textContent)]]);
    element.shown.then(() => element.setAttribute("data-shown", ""));
  `);
  const notebook = readFileSync(
    new URL("../../../examples/tickers/notebooks/AAA.ipynb", import.meta.url),
    "utf8",
  );
  return `<!doctype html><html lang="en"><title>x</title><meta name="color-scheme" content="light dark">
<body><scrapbook-report editable></scrapbook-report>
<script type="application/json" id="nb">${notebook.replaceAll("<", "\\u003c")}</script>
<script>${script.replaceAll("</script", "<\\/script")}</script>`;
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

const schemes = ["light", "dark"] as const;

test.each(pages.flatMap(([what, make]) => schemes.map((scheme) => [what, scheme, make] as const)))(
  "axe finds nothing serious in %s in the %s",
  async (_what, scheme, make) => {
    const page = await browser.newPage({ colorScheme: scheme });
    await page.setContent(await make());
    if ((await page.locator("scrapbook-report").count()) > 0) {
      await page.locator("scrapbook-report[data-shown] h1").waitFor();
    }
    // The page's policy lets no script in: the debugger may.
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: what axe sets
      const found = await (window as any).axe.run(document, { iframes: false });
      // biome-ignore lint/suspicious/noExplicitAny: what axe gives
      const grave = found.violations.filter((one: any) => /serious|critical/.test(one.impact));
      // biome-ignore lint/suspicious/noExplicitAny: what axe gives
      return grave.map((one: any) => [
        one.id,
        one.impact,
        // biome-ignore lint/suspicious/noExplicitAny: what axe gives
        one.nodes.slice(0, 3).map((node: any) => node.html.slice(0, 160)),
      ]);
    });
    expect(violations).toEqual([]);
    await page.close();
  },
);
