import { renderAnsi } from "../ansi/ansi.ts";
import { html, type SafeHtml } from "../html.ts";
import type { RenderMime } from "./part.ts";

/** `text/plain` and any other text: escaped, with a terminal's colours. */
export const renderPlain: RenderMime = ({ text, label }) => renderText(text, label, "kept");

/** Text in a box that scrolls, its lines as they are (`"kept"`) or wrapped. */
export function renderText(text: string, label: string, lines: "kept" | "wrapped"): SafeHtml {
  return html`<pre class="${lines}" dir="auto" role="group" tabindex="0" aria-label="${label}">${
    // The first line end of a <pre> would be dropped.
    text.startsWith("\n") && "\n"
  }${renderAnsi(text)}</pre>`;
}
