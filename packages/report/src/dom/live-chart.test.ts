import { expect, test, vi } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { liveChart } from "./live-chart.ts";

const plotly = { newPlot: vi.fn() };
const vegaEmbed = vi.fn(() => Promise.resolve());
const libraries = { plotly, vegaEmbed };
const scrapOf = (mime: string, spec: unknown) => {
  const scrap = notebookOf({ chart: { display: { [mime]: spec } } }).scraps.get("chart");
  if (scrap === undefined) throw new Error("no scrap");
  return scrap;
};
const plotlyMime = "application/vnd.plotly.v1+json";
const vegaMime = "application/vnd.vegalite.v5+json";
const element = {} as HTMLElement;

test("Plotly draws a copy of the chart", async () => {
  const spec = { data: [{ type: "bar", y: [1, 2] }], layout: { title: { text: "Price: 3/4" } } };
  await liveChart(scrapOf(plotlyMime, spec), libraries)?.(element);
  expect(plotly.newPlot).toHaveBeenCalledWith(element, spec.data, spec.layout, {
    responsive: true,
    displaylogo: false,
  });
});

test("Vega-Lite's expressions are interpreted, and its loader refuses", async () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    data: { values: [{ a: 1 }] },
    mark: "bar",
  };
  await liveChart(scrapOf(vegaMime, spec), libraries)?.(element);
  const [, given, options] = vegaEmbed.mock.calls[0] as unknown as [
    unknown,
    unknown,
    { mode: string; ast: boolean; actions: boolean; loader: { load(): Promise<unknown> } },
  ];
  expect(given).toEqual(spec);
  expect(options).toMatchObject({ mode: "vega-lite", ast: true, actions: false });
  await expect(options.loader.load()).rejects.toThrow("loads nothing");
});

test("bold labels and base64 numbers of Python's Plotly name no address", () => {
  const trace = {
    hovertemplate: "day=%{x}<br><b>%{y}</b><extra></extra>",
    y: { dtype: "f8", bdata: "//8AAAA=" },
  };
  expect(liveChart(scrapOf(plotlyMime, { data: [trace] }), libraries)).toBeDefined();
});

test.each([
  ["numbers that are no base64", plotlyMime, { data: [{ y: { bdata: "//evil.test" } }] }],
  ["a link in bold", plotlyMime, { data: [{ text: "<b><a href=x>x</a></b>" }] }],
  ["a picture", plotlyMime, { layout: { images: [{ source: "http://evil.test/x.png" }] } }],
  ["an address in a text", plotlyMime, { data: [{ text: "//evil.test" }] }],
  ["a link", plotlyMime, { data: [{ text: "<a href='javascript:alert(1)'>x</a>" }] }],
  ["markup", plotlyMime, { layout: { title: "<img src=x onerror=alert(1)>" } }],
  ["an address in pieces", plotlyMime, { data: [{ text: "java\tscript:alert(1)" }] }],
  ["a map", plotlyMime, { data: [{ type: "scattermapbox" }] }],
  ["the earth", plotlyMime, { data: [{ type: "choropleth", locationmode: "USA-states" }] }],
  [
    "an address in its template",
    plotlyMime,
    { layout: { template: { layout: { images: [{ source: "https://evil.test" }] } } } },
  ],
  ["data from elsewhere", vegaMime, { data: { url: "data.csv" }, mark: "bar" }],
  [
    "a picture mark",
    vegaMime,
    { data: { values: [{ u: "https://evil.test/x.png" }] }, mark: "image" },
  ],
  ["a link channel", vegaMime, { encoding: { href: { value: "x" } } }],
])("a chart that names %s is not drawn live", (_what, mime, spec) => {
  expect(liveChart(scrapOf(mime, spec), libraries)).toBeUndefined();
});

test("without its library no chart is drawn live", () => {
  expect(liveChart(scrapOf(plotlyMime, { data: [] }), { vegaEmbed })).toBeUndefined();
  expect(liveChart(scrapOf(vegaMime, { mark: "bar" }), { plotly })).toBeUndefined();
  expect(liveChart(scrapOf("image/png", "AAAA"), libraries)).toBeUndefined();
});
