import { type RenderedDisplay, renderDisplay } from "../src/mime/display.ts";
import { type GivenScrap, notebookOf } from "./notebook.ts";

/** What bounds a display where a test does not say it. */
export const limits = { maxDisplayBytes: 2_000_000, frameHeight: 320 };

/** A scrap's display as a report shows it, under the label `chart of nb`. */
export function shownDisplay(given: GivenScrap): RenderedDisplay {
  const scrap = notebookOf({ chart: given }).scraps.get("chart");
  if (scrap === undefined) throw new Error("no scrap");
  return renderDisplay(scrap, "chart of nb", limits);
}

/** Its markup. */
export function shownMarkup(given: GivenScrap): string {
  return shownDisplay(given).markup.toString();
}
