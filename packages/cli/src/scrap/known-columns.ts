import type { DataFrame, Label } from "@scrapbook/encoders-pandas";
import type { KnownColumn } from "./column-like.ts";
import { csvOfFrame, showsIndex } from "./csv-of-frame.ts";
import { csvRecords } from "./csv-records.ts";

/** What CSV shows of a frame. */
export interface KnownColumns {
  /** The levels of the index. */
  readonly levels: readonly KnownColumn[];
  /** The columns by the name that CSV has for them. */
  readonly columns: ReadonlyMap<string, KnownColumn & { readonly label: Label }>;
}

/** The columns of a frame, each with its texts in CSV. */
export function knownColumns(frame: DataFrame): KnownColumns {
  const { rows } = csvRecords(Buffer.from(csvOfFrame(frame)));
  const { index, keys, columns } = frame;
  const depth = showsIndex(frame) ? index.levels.length : 0;
  const texts = (at: number) => rows.map((row) => row[at] ?? "");
  return {
    levels: index.levels.map((series, level) => ({
      series,
      texts: depth === 0 ? rows.map((_, row) => String(row)) : texts(level),
    })),
    columns: new Map(
      frame.series.map((series, i) => [
        keys[i] as string,
        { series, texts: texts(depth + i), label: columns[i] as Label },
      ]),
    ),
  };
}
