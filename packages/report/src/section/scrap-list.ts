import { attempt } from "../attempt.ts";
import type { Entry, EntryScrap } from "../entry.ts";
import { formatBytes, utf8Length } from "../format/byte-size.ts";
import { html, type SafeHtml } from "../html.ts";
import { isNumber } from "../value/column.ts";
import { renderValue } from "../value/value.ts";
import { nameText, renderName } from "../visible-text.ts";
import { renderProblem } from "./note.ts";

/** Text here is cut here; the overview shows less of it. */
const longestText = 240;

/** A notebook's scraps: value, encoder, and how much of each is stored as payload and as display. */
export function renderScrapList(entry: Entry): SafeHtml {
  if (entry.scrapCount === 0) return html`<p class="quiet">It holds no scraps.</p>`;
  const hidden = entry.scrapCount - entry.scraps.size;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Scraps of ${nameText(entry.key)}"><table class="scraps">
<caption class="hidden">Scraps of ${renderName(entry.key)}</caption>
<thead><tr><th scope="col">Scrap</th><th scope="col">Value</th><th scope="col">Encoder</th><th scope="col" class="number">Payload</th><th scope="col" class="number">Display</th></tr></thead>
<tbody>${[...entry.scraps.values()].map(renderRow)}
</tbody></table></div>${
    hidden > 0 &&
    html`<p class="quiet">${hidden.toLocaleString("en")} more scraps are left out.</p>`
  }`;
}

function renderRow({ scrap, value }: EntryScrap): SafeHtml {
  const text =
    value.kind === "error" ? renderProblem(value.error) : renderValue(value, longestText);
  return html`
<tr><th scope="row">${renderName(scrap.name)}</th><td${isNumber(value) && html` class="figure"`}>${text}</td><td>${nameText(
    scrap.encoder,
  )}</td><td class="number">${sizeOf(() => scrap.source)}</td><td class="number">${sizeOf(() =>
    scrap.mimeTypes.length === 0 ? undefined : scrap.mimeTypes.map((mime) => scrap.text(mime)),
  )}</td></tr>`;
}

/** The size of what is stored, as text; empty where nothing is. */
function sizeOf(read: () => string | readonly string[] | undefined): string {
  const result = attempt(read);
  if (!result.ok || result.value === undefined) return "";
  const texts = [result.value].flat();
  return formatBytes(texts.reduce((sum, text) => sum + utf8Length(text), 0));
}
