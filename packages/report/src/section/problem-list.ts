import type { Problem } from "@scrapbook/core";
import { html, type SafeHtml } from "../html.ts";
import { renderProblem } from "../note.ts";

/** A notebook may have a million: a reader looks at the first. */
const mostProblems = 20;

/** What is wrong with a notebook. */
export function renderProblems(problems: readonly Problem[]): SafeHtml | undefined {
  if (problems.length === 0) return undefined;
  const more = problems.length - mostProblems;
  return html`<ul class="problems">${problems.slice(0, mostProblems).map(
    (problem) => html`
<li>${renderProblem(problem)}</li>`,
  )}${
    more > 0 &&
    html`
<li class="quiet">and ${more.toLocaleString("en")} more</li>`
  }
</ul>`;
}
