import type { Scrapbook } from "@scrapbook/core";
import { checkScrapbook } from "./check-scrapbook.ts";
import { type Entry, readEntry } from "./entry.ts";
import { html, type SafeHtml } from "./html.ts";
import { loadRenderers } from "./mime/renderers.ts";
import { renderNote } from "./note.ts";
import { checkKnown } from "./options/known-names.ts";
import { type ReportContext, type ReportOptions, reportContext } from "./options/report-options.ts";
import { createAllowance } from "./section/allowance.ts";
import { renderByScrap } from "./section/by-scrap.ts";
import { shownMimes } from "./section/figure.ts";
import { groupEntries } from "./section/group.ts";
import { renderNotebook } from "./section/notebook.ts";
import { renderOverflow } from "./section/overflow.ts";
import { renderOverview } from "./section/overview.ts";
import { inOrderOfNeed } from "./section/state.ts";
import { renderSummary } from "./section/summary.ts";
import { renderUnread } from "./section/unread.ts";
import { visibleText } from "./visible-text.ts";

/** More notebooks are folded, but for those that failed. */
const mostOpen = 40;

/** A report without the document around it. */
export interface RenderedReport {
  readonly title: string;
  readonly main: SafeHtml;
  readonly entries: readonly Entry[];
}

/**
 * What a page and `<scrapbook-report>` show.
 *
 * @param script the page's script. It stands behind the table, so that this can be sorted and searched
 * while megabytes of pictures are still being read.
 * @throws (rejects with) `usage-argument`.
 */
export async function renderReportMain(
  scrapbook: Scrapbook,
  options: ReportOptions,
  script?: SafeHtml,
): Promise<RenderedReport> {
  const context = reportContext(options);
  checkScrapbook("renderReport", scrapbook);
  const title = visibleText(context.title);
  const entries = [...scrapbook].map(([key, notebook], index) => readEntry(key, notebook, index));
  checkKnown(entries, context);
  const renderers = await loadRenderers(shownMimes(entries, context));
  return {
    title,
    main: renderMain(scrapbook, entries, title, { ...context, renderers }, script),
    entries,
  };
}

function renderMain(
  scrapbook: Scrapbook,
  entries: readonly Entry[],
  title: string,
  context: ReportContext,
  script: SafeHtml | undefined,
): SafeHtml {
  const allowance = createAllowance(context.maxPageLength);
  const ordered = inOrderOfNeed(entries);
  const byScrap = context.by === "scrap" ? renderByScrap(ordered, context, allowance) : [];
  const groups = groupEntries(ordered, context.groupBy).map(
    ({ label, entries: members }) =>
      html`${
        label !== undefined &&
        html`
<p class="group">${label}</p>`
      }${members.map((entry) => renderNotebook(entry, context, allowance, isOpen(entry, entries.length)))}`,
  );
  return html`<header class="page"><h1>${title}</h1>
${renderSummary(entries, scrapbook.errors.size)}</header>
<main>
<div class="toolbar"></div>
${
  entries.length === 0
    ? renderNote("The scrapbook holds no notebooks.")
    : renderOverview(ordered, context)
}${script}${renderUnread(scrapbook.errors)}${renderOverflow(allowance)}${byScrap}${groups}
</main>
<footer>Made by @scrapbook/report. What the notebooks hold is shown as it is; nothing of it runs.</footer>`;
}

/** Few notebooks are read from top to bottom; of many, those that failed are. */
function isOpen({ run }: Entry, count: number): boolean {
  return count <= mostOpen || run === undefined || run.status === "failed";
}
