import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../options/report-options.ts";
import { renderName } from "../visible-text.ts";
import type { Allowance } from "./allowance.ts";
import { renderFigure } from "./figure.ts";

/** A section for each scrap: what it shows in every notebook, side by side. */
export function renderByScrap(
  entries: readonly Entry[],
  context: ReportContext,
  allowance: Allowance,
): readonly SafeHtml[] {
  const names = [...new Set(entries.flatMap(({ scraps }) => [...scraps.keys()]))];
  return names.flatMap((name, index) => {
    const figures = entries.flatMap((entry) =>
      renderFigure(entry, name, context, "key").filter((figure) => allowance.take(figure)),
    );
    if (figures.length === 0) return [];
    const heading = `scrap-${index + 1}-name`;
    return html`
<section class="by-scrap" aria-labelledby="${heading}"><h2 id="${heading}">${renderName(name)}</h2>
<div class="side-by-side">${figures}
</div></section>`;
  });
}
