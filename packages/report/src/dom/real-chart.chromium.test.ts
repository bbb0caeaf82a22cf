import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../../test/bundle.ts";
import { launchChromium } from "../../test/chromium.ts";
import { openTrap, type Trap } from "../../test/trap.ts";
import { nothing, openWatched, type Watched } from "../../test/watched-page.ts";

// Charts that Plotly and Altair of Python made (test/real/make.py), drawn by the libraries themselves.
const gallery = readFileSync(new URL("../../test/real/gallery.ipynb", import.meta.url), "utf8");

let browser: Browser;
let trap: Trap;
let watched: Watched;
let page: Page;

/** The page forbids eval, as a careful site does. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

beforeAll(async () => {
  [browser, trap] = await Promise.all([launchChromium(), openTrap()]);
  const script = await bundle(`
    import Plotly from "plotly.js-dist-min";
    import vegaEmbed from "vega-embed";
    import { parseNotebook } from "@scrapbook/core";
    import { renderDisplay } from "./dom/index.ts";
    export const parse = parseNotebook;
    export const show = (scrap, element) => renderDisplay(scrap, element, { plotly: Plotly, vegaEmbed });
  `);
  watched = await openWatched(
    browser,
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>x</title>
<body style="width:700px"><script>${script.replaceAll("</script", "<\\/script")}</script>`,
  );
  page = watched.page;
});

afterAll(async () => {
  await watched.close();
  await Promise.all([browser.close(), trap.close()]);
});

/** Shows a scrap of a notebook, and gives the marks that stand in the element. */
async function draw(name: string, notebook: string): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(
    async ([name, notebook]) => {
      // biome-ignore lint/suspicious/noExplicitAny: what the page set
      const { parse, show } = (window as any).scrapbook;
      const element = document.createElement("div");
      document.body.replaceChildren(element);
      await show(parse(notebook, { strict: false }).scraps.get(name), element);
      const count = (selector: string) => element.querySelectorAll(selector).length;
      return {
        lines: count(".scatterlayer path.js-line"),
        bars: count("canvas.marks, svg.marks, .mark-rect path"),
        width: element.firstElementChild?.getBoundingClientRect().width ?? 0,
        pictures: element.firstElementChild?.shadowRoot?.querySelectorAll("img").length ?? 0,
      };
    },
    [name, notebook] as const,
  );
}

test("Plotly draws what Python's Plotly stored", async () => {
  expect(await draw("plotly", gallery)).toMatchObject({ lines: 1 });
});

test("Vega-Lite draws what Altair stored, in a page that forbids eval", async () => {
  expect(await draw("altair", gallery)).toMatchObject({ bars: 3 });
});

test("a chart that comes with a picture is drawn all the same", async () => {
  expect(await draw("plotly with a picture", gallery)).toMatchObject({ lines: 1, pictures: 0 });
});

test("what was drawn loaded nothing and ran nothing", () => {
  expect(watched.events).toEqual(nothing);
  expect(trap.caught).toEqual([]);
});
