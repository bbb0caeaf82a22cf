import type { Notebook } from "@scrapbook/browser-io";
import { renderDisplay } from "@scrapbook/report/dom";

/** Shows the first picture that a notebook glued. */
export async function showChart({ scraps }: Notebook, place: HTMLElement): Promise<void> {
  const isPicture = (mime: string) => mime.startsWith("image/");
  const chart = [...scraps.values()].find(({ mimeTypes }) => mimeTypes.some(isPicture));
  if (chart === undefined) place.replaceChildren("No chart was glued.");
  else await renderDisplay(chart, place);
}
