import type { Scrapbook } from "@scrapbook/core";
import { readEntry } from "./entry.ts";
import { html, type SafeHtml } from "./html.ts";
import { renderPage } from "./page/page.ts";
import { type ReportContext, type ReportOptions, reportContext } from "./report-options.ts";
import { type Allowance, createAllowance } from "./section/allowance.ts";
import { renderNote } from "./section/note.ts";
import { renderNotebook } from "./section/notebook.ts";
import { renderOverview } from "./section/overview.ts";
import { renderSummary } from "./section/summary.ts";
import { renderUnread } from "./section/unread.ts";
import { visibleText } from "./visible-text.ts";

/**
 * A scrapbook as one self-contained HTML page: a sortable table of its scalar scraps with a row per
 * notebook, what could not be read, and beneath them each notebook with its scraps, their sizes and
 * displays. Failed and unfinished runs bear a badge.
 *
 * The page trusts no notebook: nothing of one runs or loads, whatever it holds (SECURITY.md). Without
 * script it is complete; the only one that it has sorts the table.
 *
 * @param scrapbook read with `strict: false` and `onError: "collect"`, it shows most of broken ones.
 * @returns the same text for the same scrapbook and options; write it as UTF-8.
 * @throws `usage-argument` for options that are of the wrong kind. Never for what a notebook holds.
 */
export function renderReport(scrapbook: Scrapbook, options: ReportOptions = {}): string {
  const context = reportContext(options);
  const title = visibleText(context.title);
  return renderPage(title, renderMain(scrapbook, title, context));
}

function renderMain(scrapbook: Scrapbook, title: string, context: ReportContext): SafeHtml {
  const entries = [...scrapbook].map(([key, notebook], index) => readEntry(key, notebook, index));
  const allowance = createAllowance(context.maxPageLength);
  const notebooks = entries.map((entry) => renderNotebook(entry, context, allowance));
  return html`<header class="page"><h1>${title}</h1>
${renderSummary(entries, scrapbook.errors.size)}</header>
<main>
${
  entries.length === 0
    ? renderNote("The scrapbook holds no notebooks.")
    : renderOverview(entries, context)
}${renderUnread(scrapbook.errors)}${renderOverflow(allowance)}${notebooks}
</main>
<footer>Made by @scrapbook/report. What the notebooks hold is shown as it is; nothing of it runs.</footer>`;
}

function renderOverflow({ refused }: Allowance): SafeHtml | undefined {
  if (refused === 0) return undefined;
  const many = refused !== 1;
  return renderNote(
    `${refused.toLocaleString("en")} display${many ? "s are" : " is"} left out: the page would be too long.`,
  );
}
