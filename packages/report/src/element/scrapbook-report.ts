import type { Scrapbook } from "@scrapbook/core";
import type { ReportOptions } from "../options/report-options.ts";
import { enhance } from "../page/script/enhance.ts";
import { sheetFor } from "../page/style-sheet.ts";
import { type RenderedReport, renderReportMain } from "../report-main.ts";
import { makeEditable } from "./editable.ts";

/** Where there is no DOM, such as on a server, the class can be imported and is of no use. */
const Base: typeof HTMLElement =
  typeof HTMLElement === "undefined" ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

/**
 * `<scrapbook-report>`: a scrapbook as `renderReport` shows it, within a page. Look and code are those
 * of the static page; styles are scoped. With the attribute `editable`, scalars can be changed: each
 * change is an event `scrap-edit`, and keeping it is the page's business.
 */
export class ScrapbookReport extends Base {
  static readonly observedAttributes: readonly string[] = ["editable"];
  #scrapbook: Scrapbook | undefined;
  #options: ReportOptions = {};
  #rendering: Promise<void> = Promise.resolve();
  #wanted = 0;

  /** The notebooks that are shown. */
  get scrapbook(): Scrapbook | undefined {
    return this.#scrapbook;
  }

  set scrapbook(scrapbook: Scrapbook | undefined) {
    this.#scrapbook = scrapbook;
    this.#render();
  }

  /** `renderReport`'s options. Default none. */
  get options(): ReportOptions {
    return this.#options;
  }

  set options(options: ReportOptions | undefined) {
    this.#options = options ?? {};
    this.#render();
  }

  /**
   * Settles when what was set last is shown.
   *
   * @throws (rejects with) what `renderReport` rejects with.
   */
  get shown(): Promise<void> {
    return this.#rendering;
  }

  connectedCallback(): void {
    // Set before the element was defined, such as by a framework: the accessors take them over.
    for (const name of ["scrapbook", "options"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  attributeChangedCallback(): void {
    this.#render();
  }

  #render(): void {
    const scrapbook = this.#scrapbook;
    const turn = ++this.#wanted;
    this.#rendering =
      scrapbook === undefined
        ? Promise.resolve()
        : renderReportMain(scrapbook, this.#options).then((report) => {
            // What was set in the meantime is shown by its own turn.
            if (turn === this.#wanted) this.#show(report);
          });
    // Told by `shown`; without anybody who looks it is no unhandled rejection.
    this.#rendering.catch((error: unknown) => {
      if (turn === this.#wanted) this.dispatchEvent(new ErrorEvent("error", { error }));
    });
  }

  #show(report: RenderedReport): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${sheetFor(":host")}</style><div class="report">${report.main}</div>`;
    enhance(root);
    if (this.hasAttribute("editable")) makeEditable(this, root, report.entries);
  }
}
