import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../options/report-options.ts";
import { nameText, renderName } from "../visible-text.ts";
import type { Allowance } from "./allowance.ts";
import { renderFigures } from "./figure.ts";
import { renderProblems } from "./problem-list.ts";
import { renderRunBadge, renderRunFacts } from "./run.ts";
import { renderScrapList } from "./scrap-list.ts";
import { renderTraceback } from "./traceback.ts";

/** Everything about one notebook, in a fold. */
export function renderNotebook(
  entry: Entry,
  context: ReportContext,
  allowance: Allowance,
  isOpen: boolean,
): SafeHtml {
  const heading = `${entry.anchor}-name`;
  return html`
<article id="${entry.anchor}" data-for="${entry.anchor}" aria-labelledby="${heading}">
<details class="notebook"${isOpen && html` open`}>
<summary><h2 id="${heading}">${renderName(entry.key)}</h2> ${renderRunBadge(entry.run)} ${renderRunFacts(entry)}</summary>
${renderProblems(entry.problems)}${renderTraceback(entry.run, nameText(entry.key))}
<div class="body">${renderScrapList(entry)}${
    context.by === "notebook" && renderFigures(entry, context, allowance)
  }</div>
</details>
</article>`;
}
