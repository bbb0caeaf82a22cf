import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";

/** How many notebooks there are, and how many of them need a look. */
export function renderSummary(entries: readonly Entry[], unread: number): SafeHtml {
  const ended = (status: string) => entries.filter(({ run }) => run?.status === status).length;
  const troubled = entries.filter(({ problems }) => problems.length > 0).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [ended("completed"), "completed", "good"],
    [ended("failed"), "failed", "bad"],
    [ended("partial"), "unfinished", "warn"],
    [troubled, "with problems", "bad"],
  ];
  return html`<p class="summary">${entries.length.toLocaleString("en")} notebook${
    entries.length !== 1 && "s"
  }${counts
    .filter(([count]) => count > 0)
    .map(
      ([count, word, tone]) =>
        html` <span class="badge ${tone}">${count.toLocaleString("en")} ${word}</span>`,
    )}${
    unread > 0 &&
    html` <a class="badge bad" href="#unread">${unread.toLocaleString("en")} could not be read</a>`
  }</p>`;
}
