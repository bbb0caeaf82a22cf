import { isScrapbookError } from "@scrapbook/core";
import type { Entry, EntryScrap } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderDisplay } from "../mime/display.ts";
import type { ReportContext } from "../report-options.ts";
import { renderTablePreview } from "../value/table-preview.ts";
import { nameText, renderName } from "../visible-text.ts";
import type { Allowance } from "./allowance.ts";

/** What is shown of a notebook's scraps: displays, and tables of data. */
export function renderFigures(
  entry: Entry,
  context: ReportContext,
  allowance: Allowance,
): SafeHtml | undefined {
  const figures = [...entry.scraps.values()]
    .filter(({ scrap }) => isShown(entry, scrap.name, context))
    .flatMap((scrap) => renderFigure(entry, scrap, context))
    .filter((figure) => allowance.take(figure));
  return figures.length === 0
    ? undefined
    : html`<div class="figures">${figures}
</div>`;
}

function renderFigure(
  { key }: Entry,
  { scrap, value }: EntryScrap,
  context: ReportContext,
): readonly SafeHtml[] {
  const label = `${nameText(scrap.name)} of ${nameText(key)}`;
  const name = renderName(scrap.name);
  const figures: SafeHtml[] = [];
  if (value.kind === "table") {
    const table = renderTablePreview(value.table, label);
    figures.push(html`
<figure><figcaption>${name}</figcaption>${table}</figure>`);
  }
  if (scrap.encoder === "display" || scrap.display !== undefined) {
    const { markup, mime } = renderDisplay(scrap, label, context);
    figures.push(html`
<figure><figcaption>${name}${
      mime !== undefined && html` <span class="quiet">${nameText(mime)}</span>`
    }</figcaption>${markup}</figure>`);
  }
  return figures;
}

function isShown({ key, notebook }: Entry, name: string, { isShown }: ReportContext): boolean {
  try {
    return isShown(key, notebook, name);
  } catch (error) {
    if (isScrapbookError(error)) return false;
    throw error;
  }
}
