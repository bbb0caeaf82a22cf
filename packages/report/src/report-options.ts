import { type Notebook, ScrapbookError } from "@scrapbook/core";

/**
 * Which scraps' displays and tables stand beneath their notebook: all, none, those with these names,
 * or those for which a function says so. The function may throw a `ScrapbookError`, as
 * `notebook.value(name)` does for a scrap that a failed run never glued: that means no.
 */
export type Charts =
  | boolean
  | readonly string[]
  | ((key: string, notebook: Notebook, scrapName: string) => boolean);

/** Options of `renderReport`. Every member is optional. */
export interface ReportOptions {
  /** The page's title and first heading. Default `"Scrapbook"`. */
  readonly title?: string | undefined;
  /**
   * Names of the scraps that are columns of the table, in this order; values that are no scalars stand
   * as a short preview. Default: every name under which some notebook holds a scalar, in order of first
   * appearance, at most 50 of them.
   */
  readonly columns?: readonly string[] | undefined;
  /** Which displays are shown. Default `true`: all. */
  readonly charts?: Charts | undefined;
  /**
   * Whether papermill's parameters are columns before the scraps. A scrap of the same name takes the
   * parameter's place: it is what the run found. Default `false`.
   */
  readonly params?: boolean | undefined;
  /**
   * The most bytes of a display, as the notebook stores it. A larger one is a line with its size.
   * Default 2,000,000.
   */
  readonly maxDisplayBytes?: number | undefined;
  /**
   * The most UTF-16 units of markup that all displays and tables together may take. When they are used
   * up, the rest is not shown, and the page says so. Default 64,000,000.
   */
  readonly maxPageLength?: number | undefined;
  /**
   * Height, in CSS pixels, of the frame in which a notebook's HTML stands when it is no simple table.
   * Default 320.
   */
  readonly frameHeight?: number | undefined;
}

/** {@link ReportOptions} with every default filled in. */
export interface ReportContext {
  readonly title: string;
  readonly columns: readonly string[] | undefined;
  readonly isShown: (key: string, notebook: Notebook, scrapName: string) => boolean;
  readonly params: boolean;
  readonly maxDisplayBytes: number;
  readonly maxPageLength: number;
  readonly frameHeight: number;
}

/** Fills in the defaults. @throws `usage-argument`. */
export function reportContext(options: ReportOptions = {}): ReportContext {
  const { columns, charts = true } = options;
  if (columns !== undefined && !Array.isArray(columns)) {
    throw wrongOption("columns", columns, "a list of scrap names");
  }
  return {
    title: options.title ?? "Scrapbook",
    columns,
    isShown: readCharts(charts),
    params: options.params ?? false,
    maxDisplayBytes: amount("maxDisplayBytes", options.maxDisplayBytes ?? 2_000_000),
    maxPageLength: amount("maxPageLength", options.maxPageLength ?? 64_000_000),
    frameHeight: amount("frameHeight", options.frameHeight ?? 320),
  };
}

function readCharts(charts: Charts): ReportContext["isShown"] {
  if (typeof charts === "boolean") return () => charts;
  if (typeof charts === "function") return charts;
  if (!Array.isArray(charts)) {
    throw wrongOption("charts", charts, "true, false, a list of scrap names, or a function");
  }
  const names: ReadonlySet<string> = new Set(charts);
  return (_key, _notebook, scrapName) => names.has(scrapName);
}

function amount(option: string, value: number): number {
  if (typeof value === "number" && value >= 0) return value;
  throw wrongOption(option, value, "a number that is not negative");
}

function wrongOption(option: string, got: unknown, expected: string): ScrapbookError {
  return new ScrapbookError("usage-argument", {
    what: `The option ${option} of renderReport cannot be this`,
    got: typeof got === "string" ? JSON.stringify(got) : String(got),
    expected,
  });
}
