import { html, type SafeHtml } from "../html.ts";
import type { FormatNumber } from "../options/number-format.ts";
import type { Direction } from "../value/best.ts";
import { isNumber } from "../value/column.ts";
import type { ScrapValue } from "../value/scrap-value.ts";

/** How far a number moved, with its sign, and whether that is better; empty for other values. */
export function renderDelta(
  before: ScrapValue | undefined,
  after: ScrapValue | undefined,
  { better, format }: { better?: Direction | undefined; format?: FormatNumber | undefined } = {},
): SafeHtml {
  if (!isNumber(before) || !isNumber(after)) return html`<td></td>`;
  const delta = Number(after.value) - Number(before.value);
  if (!Number.isFinite(delta) || delta === 0) return html`<td></td>`;
  // Fifteen digits are what a difference of two doubles can bear; twelve hide its noise.
  const exact = Number(delta.toPrecision(12));
  const text = format ? format(Math.abs(exact)) : String(Math.abs(exact));
  const isRise = delta > 0;
  const tone = better === undefined ? "" : (better === "higher") === isRise ? "best" : "worst";
  const word = tone === "best" ? "better" : tone === "worst" ? "worse" : "";
  return html`<td class="number" data-value="${exact}">${word !== "" && html`<small class="${tone}">${word}</small> `}${isRise ? "+" : "\u2212"}${text}</td>`;
}
