import type { Scrapbook } from "@scrapbook/core";
import type { ReportOptions } from "./options/report-options.ts";
import { renderPage, scriptElement } from "./page/page.ts";
import { renderReportMain } from "./report-main.ts";

/**
 * A scrapbook as one self-contained HTML page: a sortable table of its scalar scraps with a row per
 * notebook, what could not be read, and beneath them each notebook with its scraps, their sizes and
 * displays. Failed and unfinished runs bear a badge.
 *
 * The page trusts no notebook: nothing of one runs or loads, whatever it holds (SECURITY.md). Without
 * script it is complete; the only one that it has sorts, searches and folds.
 *
 * @param scrapbook read with `strict: false` and `onError: "collect"`, it shows most of broken ones.
 * @returns the same text for the same scrapbook and options; write it as UTF-8.
 * @throws (rejects with) `usage-argument` for options that are unknown, of the wrong kind, or name what
 * no notebook has. Never for what a notebook holds.
 */
export async function renderReport(
  scrapbook: Scrapbook,
  options: ReportOptions = {},
): Promise<string> {
  const { title, main } = await renderReportMain(scrapbook, options, scriptElement);
  return renderPage(title, main);
}
