import { html } from "../html.ts";
import { renderNote } from "../note.ts";
import { renderTableHtml } from "../table-html/table-html.ts";
import { renderFrame } from "./frame.ts";
import type { RenderMime } from "./part.ts";
import { renderScriptMarkup } from "./script-chart.ts";
import { showsWithoutScript } from "./visible-markup.ts";

/** `text/html` that is a table of the allow-list: inline. Any other is left to {@link renderHtml}. */
export const renderInlineTable: RenderMime = ({ text, label }) => {
  const table = renderTableHtml(text);
  if (table === undefined) return undefined;
  return html`<div class="scroll inline-html" role="group" tabindex="0" aria-label="${label}">${table}</div>`;
};

/**
 * Any other `text/html`: inline where a sanitiser is at hand that loses nothing of it, a sandboxed frame, or a note where only script could draw it.
 */
export const renderHtml: RenderMime = ({ text, label, frameHeight, renderers }) => {
  if (!showsWithoutScript(text)) {
    return /<script/i.test(text) ? renderScriptMarkup(text) : { refused: "it shows nothing" };
  }
  const inline = renderers.html?.(text);
  if (inline !== undefined) {
    return html`<div class="scroll inline-html" role="group" tabindex="0" aria-label="${label}">${inline}</div>`;
  }
  const frame = renderFrame(text, label, frameHeight);
  return /<(?:script|iframe)/i.test(text)
    ? html`${frame}${renderNote("It holds script or frames of its own, which do not run here.")}`
    : frame;
};
