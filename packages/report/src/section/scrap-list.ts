import { describe } from "@scrapbook/core/internal";
import { attempt } from "../attempt.ts";
import type { Entry, EntryScrap } from "../entry.ts";
import { formatBytes, utf8Length } from "../format/byte-size.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderJsonTree } from "../json/tree.ts";
import { renderProblem } from "../note.ts";
import { isNumber } from "../value/column.ts";
import type { ScrapValue } from "../value/scrap-value.ts";
import { renderValue } from "../value/value.ts";
import { nameText, renderName } from "../visible-text.ts";

/** Text here is cut here; the overview shows less of it. */
const longestText = 240;
/** A value that is shorter as JSON needs no tree. */
const shortest = 60;

/** More scraps stand in a fold: a long notebook stays one screen. */
const unfolded = 15;

/** A notebook's scraps: value, encoder, and how much of each is stored as payload and as display. */
export function renderScrapList(entry: Entry): SafeHtml {
  if (entry.scrapCount === 0) return html`<p class="quiet">It holds no scraps.</p>`;
  const hidden = entry.scrapCount - entry.scraps.size;
  const scraps = [...entry.scraps.values()];
  const folded = scraps.length > unfolded + 3 ? scraps.slice(unfolded) : [];
  const first = scraps.slice(0, scraps.length - folded.length);
  return html`<div>${renderTable(entry, first, "Scraps")}${
    folded.length > 0 &&
    html`<details class="more"><summary>${folded.length.toLocaleString("en")} more scraps</summary>${renderTable(entry, folded, "More scraps")}</details>`
  }${
    hidden > 0 &&
    html`<p class="quiet">${hidden.toLocaleString("en")} more scraps are left out.</p>`
  }</div>`;
}

function renderTable({ key }: Entry, scraps: readonly EntryScrap[], caption: string): SafeHtml {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption} of ${nameText(key)}"><table class="scraps">
<caption class="hidden">${caption} of ${renderName(key)}</caption>
<thead><tr><th scope="col">Scrap</th><th scope="col">Value</th><th scope="col">Encoder</th><th scope="col" class="number">Payload</th><th scope="col" class="number">Display</th></tr></thead>
<tbody>${scraps.map(renderRow)}
</tbody></table></div>`;
}

function renderRow({ scrap, value }: EntryScrap): SafeHtml {
  return html`
<tr><th scope="row">${renderName(scrap.name)}</th><td${isNumber(value) && html` class="figure"`}>${renderData(value)}</td><td>${nameText(
    scrap.encoder,
  )}</td><td class="number">${sizeOf(() => scrap.rawText)}</td><td class="number">${sizeOf(() =>
    scrap.mimeTypes.length === 0 ? undefined : scrap.mimeTypes.map((mime) => scrap.text(mime)),
  )}</td></tr>`;
}

/** A value on few lines; one that is cut unfolds to its tree. */
function renderData(value: ScrapValue): SafeHtml {
  if (value.kind === "error") return renderProblem(value.error);
  const short = renderValue(value, longestText);
  if (
    value.kind !== "json" ||
    describe(value.value, { maxLength: shortest }).preview.length <= shortest
  ) {
    return short;
  }
  const tree = renderJsonTree(value.value);
  return tree === undefined
    ? short
    : html`<details class="value"><summary>${renderValue(value, shortest)}</summary>${tree}</details>`;
}

/** The size of what is stored, as text; empty where nothing is. */
function sizeOf(read: () => string | readonly string[] | undefined): string {
  const result = attempt(read);
  if (!result.ok || result.value === undefined) return "";
  const texts = [result.value].flat();
  return formatBytes(texts.reduce((sum, text) => sum + utf8Length(text), 0));
}
