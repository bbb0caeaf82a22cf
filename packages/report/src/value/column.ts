import { html, type SafeHtml } from "../html.ts";
import type { FormatNumber } from "../options/number-format.ts";
import { type Direction, type Extremes, findExtremes } from "./best.ts";
import { missingPlaces } from "./decimal-places.ts";
import type { ScrapValue } from "./scrap-value.ts";
import { renderSpark } from "./spark.ts";
import { renderValue } from "./value.ts";

/** Text in a cell is cut here; the notebook's own section shows more. */
const longestText = 120;
/** Text from here on may not be squeezed into a column of single words. */
const longText = 40;

/** A scalar that is a number. */
type NumberValue = Extract<ScrapValue, { kind: "scalar" }> & { readonly value: number | bigint };

/** How a column is shown. */
export interface ColumnOptions {
  /** How its numbers are shown. Default: as the notebook spells them. */
  readonly format?: FormatNumber | undefined;
  /** Which way is better, so that the best and the worst are marked. */
  readonly better?: Direction | undefined;
}

/** A column of a table: how its head stands, and a cell for each value. */
export interface RenderedColumn {
  /** Whether all that is there are numbers, so that the head stands right as they do. */
  readonly isNumeric: boolean;
  /** Its numbers as a picture. */
  readonly spark: SafeHtml | undefined;
  readonly cells: readonly SafeHtml[];
}

/** Values as cells, one below the other: numbers stand right, by their points; what is missing is empty. */
export function renderColumn(
  values: readonly (ScrapValue | undefined)[],
  { format, better }: ColumnOptions = {},
): RenderedColumn {
  const present = values.filter((value) => value !== undefined && value.kind !== "none");
  const numbers = values.filter(isNumber);
  const isNumeric = numbers.length > 0 && numbers.length === present.length;
  const places = format ? undefined : missingPlaces(numbers.map(({ text }) => text));
  const extremes =
    better &&
    findExtremes(
      numbers.map(({ value }) => value),
      better,
    );
  return {
    isNumeric,
    spark: isNumeric
      ? renderSpark(
          values.map((value) => (isNumber(value) ? Number(value.value) : undefined)),
          extremes?.best === undefined ? undefined : Number(extremes.best),
        )
      : undefined,
    cells: values.map((value) =>
      isNumber(value) ? renderNumber(value, { format, places, extremes }) : renderCell(value),
    ),
  };
}

/** Whether a value stands right in its column. */
export function isNumber(value: ScrapValue | undefined): value is NumberValue {
  return value?.kind === "scalar" && ["number", "bigint"].includes(typeof value.value);
}

interface NumberOptions {
  readonly format: FormatNumber | undefined;
  readonly places: ((number: string) => number) | undefined;
  readonly extremes: Extremes | undefined;
}

function renderNumber(value: NumberValue, { format, places, extremes }: NumberOptions): SafeHtml {
  const missing = places?.(value.text) ?? 0;
  const mark =
    value.value === extremes?.best ? "best" : value.value === extremes?.worst ? "worst" : undefined;
  const exact = format !== undefined || mark !== undefined;
  return html`<td class="number"${exact && html` data-value="${value.text}"`}${format && html` title="${value.text}"`}${
    missing > 0 && html` style="--places:${missing}"`
  }>${mark && html`<small class="${mark}">${mark}</small> `}${format ? format(value.value) : renderValue(value, longestText)}</td>`;
}

function renderCell(value: ScrapValue | undefined): SafeHtml {
  if (value === undefined || value.kind === "none") return html`<td></td>`;
  const isLong = value.kind === "scalar" && value.text.length > longText;
  return html`<td${isLong && html` class="long"`}>${renderValue(value, longestText)}</td>`;
}
