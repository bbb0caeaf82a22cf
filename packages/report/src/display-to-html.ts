import type { Scrap } from "@scrapbook/core";
import { renderDisplay } from "./mime/display.ts";
import { loadRenderers } from "./mime/renderers.ts";
import { type DisplayOptions, displayLimits } from "./options/display-options.ts";

/**
 * What shows a scrap, as markup that may stand in any page: the best of its MIME types, as
 * `renderReport` shows it, in `<div class="scrapbook-display">`. It needs no DOM, and brings no script
 * and no address. {@link displayStyle} is its style sheet.
 *
 * @returns the same markup for the same scrap and options. Never rejects for what a notebook holds.
 * @throws (rejects with) `usage-argument`.
 */
export async function displayToHtml(scrap: Scrap, options: DisplayOptions = {}): Promise<string> {
  const limits = displayLimits("displayToHtml", scrap, options);
  const renderers = await loadRenderers(limits.mimes);
  const { markup } = renderDisplay(scrap, limits.label, { ...limits, renderers });
  return `<div class="scrapbook-display">${markup}</div>`;
}
