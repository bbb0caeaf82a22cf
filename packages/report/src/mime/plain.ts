import { html, type SafeHtml } from "../html.ts";
import type { RenderMime } from "./part.ts";

/** What terminals colour text with: ECMA-48's control sequences. */
const controlSequence = /\p{Cc}\[[0-9;:?]*[ -/]*[@-~]/gu;

/** `text/plain` and any other text: escaped, terminal colours left out. */
export const renderPlain: RenderMime = ({ text, label }) =>
  renderText(text.replace(controlSequence, ""), label, "kept");

/** Text in a box that scrolls, its lines as they are (`"kept"`) or wrapped. */
export function renderText(text: string, label: string, lines: "kept" | "wrapped"): SafeHtml {
  return html`<pre class="${lines}" dir="auto" role="group" tabindex="0" aria-label="${label}">${
    // The first line end of a <pre> would be dropped.
    text.startsWith("\n") && "\n"
  }${text}</pre>`;
}
