import type { Scrap } from "@scrapbook/core";

/** What of Plotly's library is used: `import Plotly from "plotly.js-dist-min"`. */
export interface PlotlyLike {
  newPlot(element: HTMLElement, data: unknown, layout: unknown, config: unknown): unknown;
}

/** `vegaEmbed` of the package `vega-embed`. */
export type VegaEmbedLike = (
  element: HTMLElement,
  spec: never,
  options: never,
) => PromiseLike<unknown>;

/** The libraries that a page brings to draw charts with. */
export interface ChartLibraries {
  /** Draws Plotly's charts. Default: their picture, or a note. */
  readonly plotly?: PlotlyLike | undefined;
  /** Draws Vega's and Vega-Lite's charts. Default: their picture, or a note. */
  readonly vegaEmbed?: VegaEmbedLike | undefined;
}

/** Draws a chart into an element. */
export type DrawChart = (element: HTMLElement) => Promise<void>;

/** More of a chart is no chart that a browser draws while somebody waits. */
const mostValues = 500_000;

/**
 * How a scrap is drawn by a library that the page brought; `undefined` where there is none for it, or
 * where its chart names an address: a chart may load pictures, data and maps, and a notebook may not.
 */
export function liveChart(
  scrap: Scrap,
  { plotly, vegaEmbed }: ChartLibraries,
): DrawChart | undefined {
  for (const mime of scrap.mimeTypes) {
    const isPlotly = /^application\/vnd\.plotly\.v\d+\+json$/.test(mime);
    const isVega = /^application\/vnd\.vega(lite)?\.v\d+(\+json|\.json)$/.test(mime);
    if (!(isPlotly && plotly) && !(isVega && vegaEmbed)) continue;
    const spec: unknown = scrap.display?.data[mime];
    if (typeof spec !== "object" || spec === null || !loadsNothing(spec)) continue;
    const copy = JSON.parse(JSON.stringify(spec)) as Record<string, unknown>;
    if (plotly && isPlotly) {
      return async (element) => {
        await plotly.newPlot(element, copy.data ?? [], copy.layout ?? {}, {
          responsive: true,
          displaylogo: false,
        });
      };
    }
    if (vegaEmbed) return (element) => embedVega(vegaEmbed, element, copy);
  }
  return undefined;
}

async function embedVega(embed: VegaEmbedLike, element: HTMLElement, spec: unknown): Promise<void> {
  const mode = String(Object(spec).$schema).includes("/vega/") ? "vega" : "vega-lite";
  // ast: expressions are interpreted, never compiled, so that a page's policy may forbid eval.
  const options = { mode, ast: true, actions: false, loader: refusing };
  await embed(element, spec as never, options as never);
}

const refuse = (): Promise<never> => Promise.reject(new Error("A notebook's chart loads nothing"));
/** Vega's loader, which loads nothing. */
const refusing = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** What a chart could load something by: an address anywhere, maps, pictures. */
const loading = /^(?:url|href|images|geo|mapbox|map|locationmode|source|lookup_url|usermeta)$/i;
const address =
  /(?:https?|ftp|wss?|file):\/\/|^\/\/|^\.{0,2}\/|data:[a-z]+\/|(?:java|vb|live)script:|^blob:|<[a-z!/]|\burl\(/i;
/** What Plotly writes into its labels, and reads as nothing but letters' looks. */
const plainTag = /<\/?(?:b|br|em|extra|i|s|sub|sup|u)\s*\/?>/gi;
const base64 = /^[\w+/=]*$/;
const mapTrace = /geo|map(?!\w)|mapbox/i;

/** Whether nothing in a chart names what would be loaded. */
function loadsNothing(spec: object): boolean {
  let left = mostValues;
  const waiting: unknown[] = [spec];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (--left < 0) return false;
    if (typeof value === "string" && namesAddress(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (name === "$schema") continue;
      // Plotly's numbers: letters that may begin as an address does, and are read as none.
      if (name === "bdata" && typeof member === "string" && base64.test(member)) continue;
      if (loading.test(name) && hasContent(member)) return false;
      if (name === "type" && typeof member === "string" && mapTrace.test(member)) return false;
      // Plotly's templates say how maps would look if there were some.
      if (name !== "template") waiting.push(member);
      else if (!namesNoAddress(member)) return false;
    }
  }
  return true;
}

function namesAddress(text: string): boolean {
  return address.test(text.replace(plainTag, "").replace(/[\s\p{Cc}]/gu, ""));
}

function namesNoAddress(template: unknown): boolean {
  return !/"[^"]*(?::\/\/|data:|javascript:|url\()/i.test(JSON.stringify(template) ?? "");
}

function hasContent(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}
