import type { ScrapbookError } from "@scrapbook/core";
import { html, type SafeHtml } from "../html.ts";
import { renderProblem } from "../note.ts";
import { renderName } from "../visible-text.ts";

/** The notebooks that could not be read, and why. */
export function renderUnread(errors: ReadonlyMap<string, ScrapbookError>): SafeHtml | undefined {
  if (errors.size === 0) return undefined;
  return html`
<section id="unread" aria-labelledby="unread-name">
<h2 id="unread-name">Could not be read</h2>
<dl class="unread">${[...errors].map(
    ([key, error]) => html`
<dt>${renderName(key)}</dt><dd>${renderProblem(error)}</dd>`,
  )}
</dl>
</section>`;
}
