import { aCount, type OptionRules } from "@scrapbook/core/internal";
import type { DataFrame } from "../frame/data-frame.ts";
import type { Series } from "../frame/series.ts";
import { isTuple, type Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { columnTexts, isNumeric, levelTexts } from "./column-texts.ts";

/** How much of a frame a preview shows, named as pandas' `display.*` options. */
export interface PreviewOptions {
  /** The most rows: a longer frame shows as many of its first and last as make `minRows`. Default 60. */
  readonly maxRows?: number | undefined;
  /** How many rows a frame that is too long shows. Default 10. */
  readonly minRows?: number | undefined;
  /** The most columns: a wider frame shows its first and last ones. Default 20. */
  readonly maxColumns?: number | undefined;
}

/** What {@link PreviewOptions} may be. */
export const previewRules: OptionRules = {
  maxRows: /* @__PURE__ */ aCount(0),
  minRows: /* @__PURE__ */ aCount(0),
  maxColumns: /* @__PURE__ */ aCount(0),
};

/** The part of a frame that is shown, as texts. */
export interface Excerpt {
  /** Texts of the index by level, sparse: what repeats the row above is empty. */
  readonly index: readonly (readonly string[])[];
  readonly indexNames: readonly string[] | undefined;
  /** Names of the levels of the column labels. */
  readonly levelNames: readonly string[] | undefined;
  readonly columns: readonly ExcerptColumn[];
  /** How many rows stand before the dots. */
  readonly rowGap: number | undefined;
  /** How many columns stand before the dots. */
  readonly columnGap: number | undefined;
  /** `[1000 rows x 3 columns]`, where not all is shown. */
  readonly size: { readonly rows: number; readonly columns: number };
}

/** A column that is shown. */
export interface ExcerptColumn {
  /** Its labels by level. */
  readonly labels: readonly string[];
  readonly isNumeric: boolean;
  readonly texts: readonly string[];
}

/** Cuts the excerpt. Floats are written with the digits that the shown rows need. */
export function excerptOf(frame: DataFrame, options: PreviewOptions): Excerpt {
  const { maxRows = 60, minRows = 10, maxColumns = 20 } = options;
  const isLong = frame.length > maxRows;
  const half = Math.max(Math.floor(Math.min(minRows, maxRows) / 2), 1);
  const isWide = frame.series.length > maxColumns;
  const side = Math.max(Math.floor(maxColumns / 2), 1);
  const count = frame.series.length;
  const shown = frame.series.flatMap((_, i) =>
    !isWide || i < side || i >= count - side ? [i] : [],
  );
  const rows = isLong
    ? [...range(0, half), ...range(frame.length - half, frame.length)]
    : undefined;
  const columns = shown.map((i) => frame.series[i] as Series);
  const depth = Math.max(frame.columnLevels.length, 1);
  const labels = labelTexts(
    columns.map(({ name }) => name),
    shown.map((i) => frame.keys[i] as string),
    depth,
  );
  const names = frame.columnLevels.map(({ name }) => (name === null ? "" : String(name)));
  const indexNames = frame.index.names.map((name) => (name === null ? "" : pythonString(name)));
  return {
    index: sparse(frame.index.levels.map((level) => levelTexts(level, rows))),
    indexNames: indexNames.some((name) => name !== "") ? indexNames : undefined,
    levelNames: names.some((name) => name !== "") ? names : undefined,
    columns: columns.map((series, i) => ({
      labels: labels[i] as string[],
      isNumeric: isNumeric(series.dtype),
      texts: columnTexts(series, rows),
    })),
    rowGap: isLong ? half : undefined,
    columnGap: isWide ? side : undefined,
    size: { rows: frame.length, columns: count },
  };
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

/** The labels of columns by level. Numbers are lined up, as pandas does it with those of one level. */
function labelTexts(labels: readonly Label[], keys: readonly string[], depth: number): string[][] {
  const texts = labels.map((label, i) =>
    isTuple(label)
      ? label.map(pythonString)
      : [keys[i] as string, ...new Array<string>(depth - 1).fill("")],
  );
  const numbers = labels.every((label) => typeof label === "number" || typeof label === "bigint");
  if (depth > 1 || !numbers) return texts;
  const signed = texts.map(([text = ""]) => (text.startsWith("-") ? text : ` ${text}`));
  const width = signed.reduce((most, text) => Math.max(most, text.length), 0);
  const padded = signed.map((text) => text.padEnd(width));
  const isSpare = padded.every((text) => text.startsWith(" "));
  return padded.map((text) => [isSpare ? text.slice(1) : text]);
}

/** Leaves out what repeats the row above, except in the last level. */
export function sparse(levels: readonly (readonly string[])[]): string[][] {
  const last = levels.length - 1;
  return levels.map((texts, level) =>
    texts.map((text, row) => {
      if (level === last || row === 0) return text;
      const repeats = levels.slice(0, level + 1).every((outer) => outer[row] === outer[row - 1]);
      return repeats ? "" : text;
    }),
  );
}
