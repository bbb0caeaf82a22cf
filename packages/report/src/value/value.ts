import { cutText, describe } from "@scrapbook/core/internal";
import { formatBytes } from "../format/byte-size.ts";
import { html, type SafeHtml } from "../html.ts";
import { visibleText } from "../visible-text.ts";
import type { ScrapValue } from "./scrap-value.ts";

/** A value on few lines, `length` UTF-16 units of it: in a cell, or beside a scrap's name. */
export function renderValue(value: ScrapValue, length: number): SafeHtml {
  switch (value.kind) {
    case "none":
      return html`<span class="quiet">display only</span>`;
    case "scalar":
      return html`${visibleText(cutText(value.text, length))}`;
    case "table":
      return html`<span class="quiet">Table, ${describe(value.table).size}</span>`;
    case "json":
      return html`<code>${visibleText(describe(value.value, { maxLength: length }).preview)}</code>`;
    case "stored":
      return html`<span class="quiet">${storedPhrase(value.encoder)}, ${formatBytes(value.size)} stored</span>`;
    case "error":
      return html`<code class="fault">${value.error.code}</code>`;
  }
}

/** What data is whose encoder nobody passed. pandas is every Python user's, so it is named by its kind. */
function storedPhrase(encoder: string): string {
  return encoder === "pandas"
    ? "DataFrame"
    : `A value of the encoder ${visibleText(cutText(JSON.stringify(encoder), 60))}`;
}
