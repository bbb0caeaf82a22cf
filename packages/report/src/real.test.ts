import { readFileSync } from "node:fs";
import { parseNotebook } from "@scrapbook/core";
import { loadEncoders } from "@scrapbook/core/internal";
import { pandas } from "@scrapbook/encoders-pandas";
import { beforeAll, expect, test } from "vitest";
import { type RenderedDisplay, renderDisplay } from "./mime/display.ts";
import { loadRenderers } from "./mime/renderers.ts";
import { renderTablePreview } from "./value/table-preview.ts";

// Made by real Python: test/real/make.py, with the versions of test/real/requirements.txt.
const bytes = readFileSync(new URL("../test/real/gallery.ipynb", import.meta.url));
const encoder = pandas();
const notebook = parseNotebook(bytes, { encoders: [encoder] });
let shown: (name: string) => RenderedDisplay;

beforeAll(async () => {
  await loadEncoders(notebook, [encoder]);
  const renderers = await loadRenderers(new Set(["text/markdown", "text/latex"]));
  shown = (name) => {
    const scrap = notebook.scraps.get(name);
    if (scrap === undefined) throw new Error(name);
    return renderDisplay(scrap, name, { maxDisplayBytes: 1e6, frameHeight: 300, renderers });
  };
});

test.each([
  ["matplotlib", "image/png", /^<img alt="matplotlib" src="data:image\/png;base64,/],
  ["matplotlib svg", "image/svg+xml", /^<img alt="matplotlib svg" src="data:image\/svg\+xml/],
  ["seaborn", "image/png", /^<img /],
  ["plotly", "application/vnd.plotly.v1+json", /A Plotly chart.*plotly_mimetype\+png/],
  ["plotly with a picture", "image/png", /^<img /],
  ["plotly notebook", "text/html", /A Plotly chart/],
  ["altair", "application/vnd.vegalite.v6+json", /A Vega chart.*enable\(&quot;png&quot;\)/],
  ["altair with a picture", "image/png", /^<img /],
  ["altair html", "text/html", /A Vega chart/],
  ["bokeh", "text/html", /A Bokeh or HoloViews chart/],
  ["bokeh page", "text/html", /A Bokeh or HoloViews chart/],
  ["pandas", "text/html", /<table>.*<th scope="col">price<\/th>.*2026-11-01/s],
  ["pandas multi index", "text/html", /<table>.*<th rowspan="2" scope="row">/s],
  ["pandas styled", "text/html", /^<iframe sandbox /],
  ["polars", "text/html", /shape: \(6, 3\).*<table>/s],
  [
    "markdown",
    "text/markdown",
    /<h3>Result<\/h3>.*<strong>improved<\/strong>.*<table class="data">/s,
  ],
  ["latex", "text/latex", /The loss is <math>.*<math display="block"/s],
  ["math", "text/latex", /<math[^>]*>.*<msqrt>/s],
  ["sympy", "text/latex", /<math[^>]*>.*<mo[^>]*>∫<\/mo>/s],
  ["json", "application/json", /<details open><summary>.*<b>model<\/b>.*<code>0.1<\/code>/s],
  ["colours", "text/plain", /<span class="t-f2">ok<\/span>.*rgb\(255 135 0\)/s],
] as const)("what Python shows as %s is shown as %s", (name, mime, markup) => {
  const display = shown(name);
  expect(display.mime).toBe(mime);
  expect(`${display.markup}`).toMatch(markup);
});

test("a Plotly figure shows itself past its name, which is told as empty", () => {
  expect(`${shown("plotly by itself").markup}`).toContain("An empty display");
});

test("a stored DataFrame shows its index and what pandas calls its types", () => {
  const frame = notebook.scraps.get("pandas stored")?.as(pandas);
  const markup = `${renderTablePreview(frame as never, "frame")}`;
  expect(markup).toContain("<caption>40 rows × 2 columns, the first 10 rows</caption>");
  expect(markup).toContain('<th scope="col"><bdi>day</bdi></th>');
  expect(markup).toContain("<bdi>price</bdi><small>float64</small>");
  expect(markup).toContain('<th scope="row">2026-11-01</th>');
});
