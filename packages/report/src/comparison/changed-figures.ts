import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../options/report-options.ts";
import type { Allowance } from "../section/allowance.ts";
import { renderFigure } from "../section/figure.ts";
import { renderName } from "../visible-text.ts";
import type { Pair } from "./changes.ts";

/** Of a notebook the displays that are not what they were, old and new side by side. */
export function renderChangedFigures(
  { key, anchor, before, after, changes }: Pair,
  context: ReportContext,
  allowance: Allowance,
): SafeHtml | undefined {
  const pictures = changes
    .filter(({ isDisplayChanged }) => isDisplayChanged)
    .map(({ name }) => renderPair(name, before, after, context))
    .filter((picture) => picture !== undefined && allowance.take(picture));
  if (pictures.length === 0) return undefined;
  const heading = `${anchor}-name`;
  return html`
<section id="${anchor}" data-for="${anchor}" aria-labelledby="${heading}"><h2 id="${heading}">${renderName(key)}</h2>${pictures}
</section>`;
}

function renderPair(
  name: string,
  before: Entry | undefined,
  after: Entry | undefined,
  context: ReportContext,
): SafeHtml | undefined {
  const side = (entry: Entry | undefined, word: string) => {
    const figures = entry === undefined ? [] : renderFigure(entry, name, context, "name");
    return html`<div><p class="quiet">${word}</p>${figures.length === 0 ? html`<p class="note">Nothing.</p>` : figures}</div>`;
  };
  const isShown = [before, after].some(
    (entry) => entry !== undefined && renderFigure(entry, name, context, "name").length > 0,
  );
  return isShown
    ? html`
<div class="compared">${side(before, "Before")}${side(after, "After")}</div>`
    : undefined;
}
