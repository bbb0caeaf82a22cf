import { ScrapbookReport } from "./scrapbook-report.ts";

export type { ScrapEdit } from "./editable.ts";
export { ScrapbookReport };

declare global {
  interface HTMLElementTagNameMap {
    "scrapbook-report": ScrapbookReport;
  }
}

if (typeof customElements !== "undefined" && customElements.get("scrapbook-report") === undefined) {
  customElements.define("scrapbook-report", ScrapbookReport);
}
