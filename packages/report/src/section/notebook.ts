import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../report-options.ts";
import { renderName } from "../visible-text.ts";
import type { Allowance } from "./allowance.ts";
import { renderFigures } from "./figure.ts";
import { renderProblems } from "./problem-list.ts";
import { renderRunBadge, renderRunFacts } from "./run.ts";
import { renderScrapList } from "./scrap-list.ts";

/** Everything about one notebook. */
export function renderNotebook(
  entry: Entry,
  context: ReportContext,
  allowance: Allowance,
): SafeHtml {
  const heading = `${entry.anchor}-name`;
  return html`
<article id="${entry.anchor}" aria-labelledby="${heading}">
<header><h2 id="${heading}">${renderName(entry.key)}</h2> ${renderRunBadge(entry.run)}${renderRunFacts(entry)}</header>
${renderProblems(entry.problems)}
<div class="body">${renderScrapList(entry)}${renderFigures(entry, context, allowance)}</div>
</article>`;
}
