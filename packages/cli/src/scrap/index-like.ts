import { ScrapbookError } from "@scrapbook/core";
import type { DataFrame, IndexInput } from "@scrapbook/encoders-pandas";
import { columnLike, type KnownColumn } from "./column-like.ts";

/** Labels of rows that came out of CSV. */
export interface Labels {
  /** Texts by level. */
  readonly levels: readonly (readonly string[])[];
  /** The levels as they were. */
  readonly known: readonly KnownColumn[];
  readonly rowsBefore: readonly (number | undefined)[];
}

/**
 * An index of the same kind, names and dtypes. A range stays one where its labels still have its step.
 *
 * @throws `usage-argument` for labels that do not fit.
 */
export function indexLike({ index }: DataFrame, labels: Labels): IndexInput {
  const range = rangeLike(index, labels.levels[0] ?? []);
  if (range !== undefined) return range;
  const levels = labels.known.map((known, level) => {
    const texts = labels.levels[level] ?? [];
    const values = columnLike(known, texts, labels.rowsBefore);
    if (values === undefined) throw misfit(known, texts);
    return { name: known.series.name, values };
  });
  return { levels };
}

function rangeLike(
  { range, names }: DataFrame["index"],
  texts: readonly string[],
): IndexInput | undefined {
  if (range === undefined) return undefined;
  const { step } = range;
  const start = texts.length === 0 ? range.start : Number(texts[0]);
  if (!texts.every((text, row) => text === String(start + row * step))) return undefined;
  return { name: names[0] as string | null, start, stop: start + texts.length * step, step };
}

function misfit({ series, texts: before }: KnownColumn, texts: readonly string[]): Error {
  const known = new Set(before);
  const other = texts.find((text) => !known.has(text)) ?? "";
  return new ScrapbookError("usage-argument", {
    what: "A label does not fit the index of the DataFrame",
    got: JSON.stringify(other.slice(0, 80)),
    expected: `labels of dtype ${series.dtype.slice(0, 80)}, as the others are`,
    hint: "For another index remove the scrap with scrapbook rm first, then set it anew.",
  });
}
