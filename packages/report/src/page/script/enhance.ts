import { openTargets } from "./folds.ts";
import { makeSortable } from "./sort.ts";
import { addToolbar } from "./toolbar.ts";

/**
 * What script adds to a page that is complete without: tables that sort, a search, a choice of runs,
 * columns that differ. The page's one script is made of this file (`npm run gen -- page-script`), and
 * `<scrapbook-report>` calls it on its own content.
 */
export function enhance(root: Document | ShadowRoot): void {
  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  const say = (text: string): void => {
    status.textContent = text;
  };
  for (const table of root.querySelectorAll<HTMLTableElement>("table.sortable")) {
    makeSortable(table, say);
  }
  const slot = root.querySelector(".toolbar");
  if (slot === null) return;
  addToolbar(root, slot, say);
  slot.append(status);
  openTargets(root);
}
