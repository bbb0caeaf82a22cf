import type { Problem } from "@scrapbook/core";
import { type HtmlPart, html, type SafeHtml } from "../html.ts";
import { cutText, nameText, visibleText } from "../visible-text.ts";

/** Messages quote what they found: no more of it than this. */
const longestMessage = 1_000;

/** A sentence in the place of something that is not shown. */
export function renderNote(text: HtmlPart): SafeHtml {
  return html`<p class="note">${text}</p>`;
}

/** An error in the place of what it kept from being shown. */
export function renderErrorNote(error: Problem): SafeHtml {
  return html`<p class="note fault">${renderProblem(error)}</p>`;
}

/** A problem's code and message, the code once. */
export function renderProblem({ code, message }: Problem): SafeHtml {
  const prefix = `[${code}] `;
  const text = message.startsWith(prefix) ? message.slice(prefix.length) : message;
  return html`<code class="fault">${nameText(code)}</code> ${visibleText(cutText(text, longestMessage))}`;
}
