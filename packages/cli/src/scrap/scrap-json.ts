import type { Scrap } from "@scrapbook/core";
import type { DataFrame } from "@scrapbook/encoders-pandas";
import { jsonText } from "../output/json-text.ts";

/** How values become JSON. */
export interface ScrapJsonOptions {
  /** Whether NaN and the infinities are written as Python writes them; else they are `null`. Default `true`. */
  readonly allowNan?: boolean | undefined;
  /** Whether a DataFrame comes with all its rows. Default `true`. */
  readonly full?: boolean | undefined;
}

/** A scrap's value as JSON text in one line: numbers as the notebook spells them, big integers in full. */
export function scrapJson(
  scrap: Scrap,
  { allowNan = true, full = true }: ScrapJsonOptions = {},
): string {
  const { data } = scrap;
  if (data === undefined) return displayJson(scrap);
  if (scrap.encoder === "pandas") return frameJson(data as DataFrame, full, allowNan);
  const { rawText } = scrap;
  // The text as it stands is the most exact, where it is what was decoded.
  const isPlain = scrap.encoder === "json" && rawText !== undefined && !rawText.startsWith('"');
  const mayHoldNan = !allowNan && /NaN|Infinity/.test(rawText ?? "");
  if (isPlain && !mayHoldNan) return inOneLine(rawText);
  return jsonText(data, { allowNan });
}

/** JSON text without its line ends, which are never inside a string. */
function inOneLine(text: string): string {
  return text.replace(/[\r\n][ \t\r\n]*/g, (_, at: number) => (text[at - 1] === "," ? " " : ""));
}

function displayJson(scrap: Scrap): string {
  return jsonText(scrap.display?.data ?? null, { allowNan: true });
}

function frameJson(frame: DataFrame, full: boolean, allowNan: boolean): string {
  const { dtypes, length: rows, keys: columns } = frame;
  const head = { dtypes, rows, columns };
  return jsonText(full ? { ...head, data: frame.rows({ index: true }) } : head, { allowNan });
}
