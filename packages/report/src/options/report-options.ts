import type { Notebook } from "@scrapbook/core";
import { aBoolean, aText, checkOptions, type OptionRules, oneOf } from "@scrapbook/core/internal";
import type { Renderers } from "../mime/renderers.ts";
import type { Direction } from "../value/best.ts";
import { checkNamedValues, namedValues } from "./named-values.ts";
import { aFormat, createFormat, type FormatNumber, type NumberFormat } from "./number-format.ts";
import { anAmount, isNameList, someNames } from "./rules.ts";

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
   * What stands beneath the table: `"notebook"`, each notebook with its displays; `"scrap"`, each
   * scrap with its displays of all notebooks side by side, and the notebooks' values after them.
   * Default `"notebook"`.
   */
  readonly by?: "notebook" | "scrap" | undefined;
  /** The name of a parameter, or of a scrap, by whose values the notebooks are grouped. Default none. */
  readonly groupBy?: string | undefined;
  /** Which way of a column is better, by name: its best and worst are marked then. Default none. */
  readonly better?: Readonly<Record<string, Direction>> | undefined;
  /** How numbers are shown, by name of the scrap or parameter. Default: exactly as the notebook has them. */
  readonly format?: Readonly<Record<string, NumberFormat>> | undefined;
  /**
   * Whether papermill's parameters are columns before the scraps. A scrap of the same name takes the
   * parameter's place: it is what the run found. Default `false`.
   */
  readonly parameters?: boolean | undefined;
  /**
   * The most bytes of a display, as the notebook stores it. A larger one is a line with its size.
   * Default 2,000,000.
   */
  readonly maxDisplayBytes?: number | undefined;
  /**
   * The most UTF-16 units of markup that all displays and tables together may take. When they are used
   * up, the rest is not shown, and the page says so. Default 20,000,000.
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
  /** The scraps that {@link ReportOptions.charts} names, where it is a list. */
  readonly charts: readonly string[] | undefined;
  readonly isShown: (key: string, notebook: Notebook, scrapName: string) => boolean;
  readonly by: "notebook" | "scrap";
  readonly groupBy: string | undefined;
  readonly better: Readonly<Record<string, Direction>>;
  readonly formats: ReadonlyMap<string, FormatNumber>;
  readonly parameters: boolean;
  readonly maxDisplayBytes: number;
  readonly maxPageLength: number;
  readonly frameHeight: number;
  readonly renderers?: Renderers | undefined;
}

const directions = oneOf("lower", "higher");

const rules: OptionRules = {
  title: aText,
  columns: someNames,
  charts: {
    expected: "true, false, a list of scrap names, or a function",
    fits: (value) => typeof value === "boolean" || typeof value === "function" || isNameList(value),
  },
  by: oneOf("notebook", "scrap"),
  groupBy: aText,
  better: namedValues('"lower" or "higher" by scrap name, such as { loss: "lower" }'),
  format: namedValues(
    'number formats by scrap name, such as { distance: { style: "percent", digits: 1 } }',
  ),
  parameters: aBoolean,
  maxDisplayBytes: anAmount,
  maxPageLength: anAmount,
  frameHeight: anAmount,
};

/** Fills in the defaults. @throws `usage-argument`. */
export function reportContext(options: ReportOptions = {}, taker = "renderReport"): ReportContext {
  checkOptions(taker, options, rules);
  checkNamedValues(taker, "better", options.better, directions);
  checkNamedValues(taker, "format", options.format, aFormat);
  const { columns, charts = true } = options;
  return {
    title: options.title ?? "Scrapbook",
    columns,
    charts: Array.isArray(charts) ? charts : undefined,
    isShown: readCharts(charts),
    by: options.by ?? "notebook",
    groupBy: options.groupBy,
    better: options.better ?? {},
    formats: readFormats(options.format ?? {}),
    parameters: options.parameters ?? false,
    maxDisplayBytes: options.maxDisplayBytes ?? 2_000_000,
    maxPageLength: options.maxPageLength ?? 20_000_000,
    frameHeight: options.frameHeight ?? 320,
  };
}

function readFormats(
  formats: Readonly<Record<string, NumberFormat>>,
): ReadonlyMap<string, FormatNumber> {
  return new Map(
    Object.entries(formats).flatMap(([name, format]) => {
      const show = createFormat(format);
      return show === undefined ? [] : [[name, show] as const];
    }),
  );
}

function readCharts(charts: Charts): ReportContext["isShown"] {
  if (typeof charts === "boolean") return () => charts;
  if (typeof charts === "function") return charts;
  const names: ReadonlySet<string> = new Set(charts);
  return (_key, _notebook, scrapName) => names.has(scrapName);
}
