import { type EditSession, isScrapbookError } from "@scrapbook/core";
import { type DataFrame, pandas } from "@scrapbook/encoders-pandas";
import { frameLike } from "./frame-like.ts";
import { frameOfCsv } from "./frame-of-csv.ts";
import type { NewValue } from "./new-value.ts";

/**
 * CSV as the DataFrame of a scrap: like the one that it replaces, where it replaces one.
 *
 * @param tell is told what of the other frame is not kept.
 */
export function csvValue(csv: Uint8Array, tell: (note: string) => void): NewValue {
  return {
    apply: (session, name, more) => {
      const other = frameBefore(session, name);
      const { frame, notes } =
        other === undefined ? { frame: frameOfCsv(csv), notes: [] } : frameLike(other, csv);
      session.set(name, frame, { ...more, encoder: "pandas" });
      for (const note of notes) tell(note);
    },
    encoders: [pandas()],
  };
}

/** The frame that stands there; none where it cannot be read, which must not keep it from being replaced. */
function frameBefore({ notebook }: EditSession, name: string): DataFrame | undefined {
  const scrap = notebook.scraps.get(name);
  if (scrap?.encoder !== "pandas" || !scrap.hasData) return undefined;
  try {
    return scrap.as(pandas);
  } catch (error) {
    if (isScrapbookError(error)) return undefined;
    throw error;
  }
}
