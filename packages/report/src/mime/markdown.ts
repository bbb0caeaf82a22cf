import { html } from "../html.ts";
import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** `text/markdown`: set where markdown-it is at hand and the text not too long, else its source. */
export const renderMarkdown: RenderMime = ({ text, label, renderers }) => {
  const set = renderers.markdown?.(text);
  return set === undefined
    ? renderText(text, label, "wrapped")
    : html`<div class="markdown" role="group" aria-label="${label}">${set}</div>`;
};
