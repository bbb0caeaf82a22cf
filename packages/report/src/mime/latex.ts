import { html } from "../html.ts";
import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** `text/latex`: its formulas as MathML where temml is at hand, else its source. */
export const renderLatex: RenderMime = ({ text, label, renderers }) => {
  const set = renderers.latex?.(text);
  return set === undefined
    ? renderText(text, label, "wrapped")
    : html`<div class="scroll" role="group" tabindex="0" aria-label="${label}">${set}</div>`;
};
