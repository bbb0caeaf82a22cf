import type { Scrapbook } from "@scrapbook/core";
import { checkScrapbook } from "../check-scrapbook.ts";
import { readEntry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import { loadRenderers } from "../mime/renderers.ts";
import { renderNote } from "../note.ts";
import { checkKnown } from "../options/known-names.ts";
import { type ReportOptions, reportContext } from "../options/report-options.ts";
import { renderPage, scriptElement } from "../page/page.ts";
import { createAllowance } from "../section/allowance.ts";
import { shownMimes } from "../section/figure.ts";
import { renderOverflow } from "../section/overflow.ts";
import { renderUnread } from "../section/unread.ts";
import { visibleText } from "../visible-text.ts";
import { renderChangeTable } from "./change-table.ts";
import { renderChangedFigures } from "./changed-figures.ts";
import { type Pair, pairEntries } from "./changes.ts";

/** Options of `renderComparison`. Those of `renderReport` that have a meaning for two books. */
export type ComparisonOptions = Pick<
  ReportOptions,
  "title" | "charts" | "better" | "format" | "maxDisplayBytes" | "maxPageLength" | "frameHeight"
>;

/**
 * Two scrapbooks as one page that shows what changed: values with how far they moved, runs that end
 * otherwise, notebooks that came or went, and the displays that changed, old and new side by side.
 * It is as safe as `renderReport`'s page.
 *
 * @param before such as yesterday's notebooks.
 * @param after such as today's. Notebooks are paired by key, scraps by name.
 * @throws (rejects with) `usage-argument`, as `renderReport` does.
 */
export async function renderComparison(
  before: Scrapbook,
  after: Scrapbook,
  options: ComparisonOptions = {},
): Promise<string> {
  const context = reportContext(options, "renderComparison");
  for (const scrapbook of [before, after]) checkScrapbook("renderComparison", scrapbook);
  const [old, now] = [before, after].map((book) =>
    [...book].map(([key, notebook], index) => readEntry(key, notebook, index)),
  ) as [ReturnType<typeof readEntry>[], ReturnType<typeof readEntry>[]];
  checkKnown([...old, ...now], context);
  const renderers = await loadRenderers(shownMimes([...old, ...now], context));
  const pairs = pairEntries(old, now);
  const allowance = createAllowance(context.maxPageLength);
  const figures = pairs.map((pair) =>
    renderChangedFigures(pair, { ...context, renderers }, allowance),
  );
  const title = visibleText(options.title ?? "What changed");
  const isChanged = pairs.some((pair) => isPairChanged(pair));
  const main = html`<header class="page"><h1>${title}</h1>
${renderSummary(pairs)}</header>
<main>
<div class="toolbar"></div>
${isChanged ? renderChangeTable(pairs, context) : renderNote("Nothing changed.")}${scriptElement}${renderUnread(
  after.errors,
)}${renderOverflow(allowance)}${figures}
</main>
<footer>Made by @scrapbook/report. What the notebooks hold is shown as it is; nothing of it runs.</footer>`;
  return renderPage(title, main);
}

function isPairChanged({ before, after, isRunChanged, changes }: Pair): boolean {
  return before === undefined || after === undefined || isRunChanged || changes.length > 0;
}

function renderSummary(pairs: readonly Pair[]): SafeHtml {
  const both = pairs.filter(({ before, after }) => before !== undefined && after !== undefined);
  const changed = both.filter(isPairChanged).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [changed, "changed", "warn"],
    [both.length - changed, "the same", "good"],
    [pairs.filter(({ before }) => before === undefined).length, "new", "none"],
    [pairs.filter(({ after }) => after === undefined).length, "gone", "bad"],
  ];
  return html`<p class="summary">${pairs.length.toLocaleString("en")} notebook${
    pairs.length !== 1 && "s"
  }${counts
    .filter(([count]) => count > 0)
    .map(
      ([count, word, tone]) =>
        html` <span class="badge ${tone}">${count.toLocaleString("en")} ${word}</span>`,
    )}</p>`;
}
