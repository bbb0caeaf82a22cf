import { isScrapbookError } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderDisplay } from "../mime/display.ts";
import type { ReportContext } from "../options/report-options.ts";
import { renderTablePreview } from "../value/table-preview.ts";
import { nameText, renderName } from "../visible-text.ts";
import type { Allowance } from "./allowance.ts";

/** What is shown of a notebook's scraps: displays, and tables of data. */
export function renderFigures(
  entry: Entry,
  context: ReportContext,
  allowance: Allowance,
): SafeHtml | undefined {
  const figures = [...entry.scraps.keys()]
    .flatMap((name) => renderFigure(entry, name, context, "name"))
    .filter((figure) => allowance.take(figure));
  return figures.length === 0
    ? undefined
    : html`<div class="figures">${figures}
</div>`;
}

/** What is shown of one scrap, under its own name or, where it stands among others, its notebook's key. */
export function renderFigure(
  entry: Entry,
  name: string,
  context: ReportContext,
  caption: "name" | "key",
): readonly SafeHtml[] {
  const found = entry.scraps.get(name);
  if (found === undefined || !isShown(entry, name, context)) return [];
  const { scrap, value } = found;
  const label = `${nameText(name)} of ${nameText(entry.key)}`;
  const title =
    caption === "name"
      ? renderName(name)
      : html`<a href="#${entry.anchor}">${renderName(entry.key)}</a>`;
  const start = html`
<figure data-for="${entry.anchor}"><figcaption>${title}`;
  const figures: SafeHtml[] = [];
  if (value.kind === "table") {
    figures.push(html`${start}</figcaption>${renderTablePreview(value.table, label)}</figure>`);
  }
  if (scrap.encoder === "display" || scrap.display !== undefined) {
    const { markup, mime } = renderDisplay(scrap, label, context);
    figures.push(
      html`${start}${
        mime !== undefined && html` <span class="quiet">${nameText(mime)}</span>`
      }</figcaption>${markup}</figure>`,
    );
  }
  return figures;
}

/** The MIME types of the displays that are shown: some need a library to show them. */
export function shownMimes(entries: readonly Entry[], context: ReportContext): ReadonlySet<string> {
  const mimes = new Set<string>();
  for (const entry of entries) {
    for (const { scrap } of entry.scraps.values()) {
      const read = attempt(() => scrap.mimeTypes);
      if (!read.ok || !isShown(entry, scrap.name, context)) continue;
      for (const mime of read.value) mimes.add(mime);
    }
  }
  return mimes;
}

function isShown({ key, notebook }: Entry, name: string, { isShown }: ReportContext): boolean {
  try {
    return isShown(key, notebook, name);
  } catch (error) {
    if (isScrapbookError(error)) return false;
    throw error;
  }
}
