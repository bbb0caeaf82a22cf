import { html, type SafeHtml } from "../html.ts";
import { missingPlaces } from "./decimal-places.ts";
import type { ScrapValue } from "./scrap-value.ts";
import { renderValue } from "./value.ts";

/** Text in a cell is cut here; the notebook's own section shows more. */
const longestText = 120;
/** Text from here on may not be squeezed into a column of single words. */
const longText = 40;

/** A scalar that is a number. */
type NumberValue = Extract<ScrapValue, { kind: "scalar" }> & { readonly value: number | bigint };

/** A column of a table: how its head stands, and a cell for each value. */
export interface RenderedColumn {
  /** Whether all that is there are numbers, so that the head stands right as they do. */
  readonly isNumeric: boolean;
  readonly cells: readonly SafeHtml[];
}

/** Values as cells, one below the other: numbers stand right, by their points; what is missing is empty. */
export function renderColumn(values: readonly (ScrapValue | undefined)[]): RenderedColumn {
  const present = values.filter((value) => value !== undefined && value.kind !== "none");
  const numbers = values.filter(isNumber);
  const places = missingPlaces(numbers.map(({ text }) => text));
  return {
    isNumeric: numbers.length > 0 && numbers.length === present.length,
    cells: values.map((value) => renderCell(value, places)),
  };
}

/** Whether a value stands right in its column. */
export function isNumber(value: ScrapValue | undefined): value is NumberValue {
  return value?.kind === "scalar" && ["number", "bigint"].includes(typeof value.value);
}

function renderCell(
  value: ScrapValue | undefined,
  places: ((number: string) => number) | undefined,
): SafeHtml {
  if (value === undefined || value.kind === "none") return html`<td></td>`;
  const content = renderValue(value, longestText);
  if (isNumber(value)) {
    const missing = places?.(value.text) ?? 0;
    return html`<td class="number"${missing > 0 && html` style="--places:${missing}"`}>${content}</td>`;
  }
  const isLong = value.kind === "scalar" && value.text.length > longText;
  return html`<td${isLong && html` class="long"`}>${content}</td>`;
}
