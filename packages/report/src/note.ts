import { isScrapbookError, type Problem, ScrapbookError } from "@scrapbook/core";
import { cutText } from "@scrapbook/core/internal";
import { type HtmlPart, html, type SafeHtml } from "./html.ts";
import { nameText, visibleText } from "./visible-text.ts";

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

/** A problem's code and message, the code once, and no folder of whoever made the report. */
export function renderProblem(problem: Problem): SafeHtml {
  const prefix = `[${problem.code}] `;
  const message = messageOf(problem);
  const text = message.startsWith(prefix) ? message.slice(prefix.length) : message;
  return html`<code class="fault">${nameText(problem.code)}</code> ${visibleText(cutText(text, longestMessage))}`;
}

/**
 * The message without the notebook's location: a report says it under the notebook's key, and goes to
 * people to whom the folders of another's machine say nothing.
 */
function messageOf(problem: Problem): string {
  if (!isScrapbookError(problem) || problem.source === undefined) return problem.message;
  const { code, details, source } = problem;
  const { message } = new ScrapbookError(code, { ...details, source: undefined });
  const folder = source.slice(0, Math.max(source.lastIndexOf("/"), source.lastIndexOf("\\")) + 1);
  return folder.length > 1 ? message.replaceAll(folder, "") : message;
}
