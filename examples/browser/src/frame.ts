import type { Notebook } from "@scrapbook/browser-io";
import { isDataFrame } from "@scrapbook/encoders-pandas";
import { toHTML } from "@scrapbook/encoders-pandas/preview";

const rows = 5;

/** Shows the first rows of the first DataFrame of a notebook. */
export function showFrame({ scraps }: Notebook, place: HTMLElement): void {
  const scrap = [...scraps.values()].find(({ encoder }) => encoder === "pandas");
  const data = scrap?.tryData();
  if (scrap === undefined || data === undefined) {
    place.replaceChildren("No DataFrame was glued.");
  } else if (!data.ok) {
    place.replaceChildren(data.error.message);
  } else if (isDataFrame(data.value)) {
    // All text in it is escaped.
    place.innerHTML = toHTML(data.value.head(rows));
    const size = `${scrap.name}: the first ${rows} of ${data.value.length} rows`;
    place.append(Object.assign(document.createElement("p"), { textContent: size }));
  }
}
