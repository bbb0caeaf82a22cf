import type { Scrap } from "@scrapbook/core";
import { type OptionRules, wrongArgument } from "@scrapbook/core/internal";
import { attempt } from "../attempt.ts";
import { renderDisplay as renderMarkup } from "../mime/display.ts";
import { loadRenderers } from "../mime/renderers.ts";
import { type DisplayOptions, displayLimits, displayRules } from "../options/display-options.ts";
import { sheetFor } from "../page/style-sheet.ts";
import { type ChartLibraries, liveChart } from "./live-chart.ts";
import { sanitiseHtml } from "./sanitise.ts";

/** Options of `renderDisplay`. */
export interface RenderDisplayOptions extends DisplayOptions, ChartLibraries {}

const rules: OptionRules = {
  ...displayRules,
  plotly: {
    expected: "Plotly, with a function newPlot",
    fits: (value) => typeof (Object(value) as { newPlot?: unknown }).newPlot === "function",
  },
  vegaEmbed: { expected: "a function", fits: (value) => typeof value === "function" },
};

/**
 * Shows a scrap in an element, in place of what the element held: the best of its MIME types, inline
 * HTML through DOMPurify, other HTML in a sandboxed frame, charts live where the page brings their
 * library. Nothing of the notebook runs or loads. Styles are scoped in a shadow root and follow the
 * page's colour scheme.
 *
 * @throws (rejects with) `usage-argument`. Never for what a notebook holds.
 */
export async function renderDisplay(
  scrap: Scrap,
  element: HTMLElement,
  options: RenderDisplayOptions = {},
): Promise<void> {
  const limits = displayLimits("renderDisplay", scrap, options, rules);
  if (typeof Object(element).replaceChildren !== "function") {
    throw wrongArgument(
      "renderDisplay takes an element to show the scrap in",
      element,
      "an HTMLElement",
    );
  }
  if (await drawLive(scrap, element, options)) return;
  const renderers = { ...(await loadRenderers(limits.mimes)), html: sanitiseHtml };
  const { markup } = renderMarkup(scrap, limits.label, { ...limits, renderers });
  const host = element.ownerDocument.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `<style>${sheetFor(":host")}</style>${markup}`;
  element.replaceChildren(host);
}

/** Whether a library of the page drew the scrap. One that fails leaves it to the picture. */
async function drawLive(
  scrap: Scrap,
  element: HTMLElement,
  libraries: ChartLibraries,
): Promise<boolean> {
  const draw = attempt(() => liveChart(scrap, libraries));
  if (!draw.ok || draw.value === undefined) return false;
  const place = element.ownerDocument.createElement("div");
  element.replaceChildren(place);
  try {
    await draw.value(place);
    return true;
  } catch {
    return false;
  }
}
