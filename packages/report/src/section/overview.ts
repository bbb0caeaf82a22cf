import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../report-options.ts";
import { type RenderedColumn, renderColumn } from "../value/column.ts";
import { isScalar, type ScrapValue } from "../value/scrap-value.ts";
import { renderName } from "../visible-text.ts";
import { renderRunBadge } from "./run.ts";

/** Columns that nobody named: more would be no table to read. */
const mostColumns = 50;

/** A column of the overview, a cell for each notebook. */
interface Column extends RenderedColumn {
  readonly name: string;
  /** Whether it holds papermill's parameters and no scraps. */
  readonly isParameter: boolean;
}

/** The table of scalar scraps: one row per notebook. The page's script makes it sortable. */
export function renderOverview(
  entries: readonly Entry[],
  { columns: wanted, params }: Pick<ReportContext, "columns" | "params">,
): SafeHtml {
  const scrapNames = wanted ?? namesOf(entries, scalarNames);
  const parameterNames = params
    ? namesOf(entries, ({ parameters }) => Object.keys(parameters))
    : [];
  const names = [...new Set([...parameterNames, ...scrapNames])];
  const isScrap: ReadonlySet<string> = new Set(scrapNames);
  const isParameter: ReadonlySet<string> = new Set(parameterNames);
  const shown = wanted === undefined ? names.slice(0, mostColumns) : names;
  const columns = shown.map((name) =>
    readColumn(name, { isScrap: isScrap.has(name), isParameter: isParameter.has(name) }, entries),
  );
  const hidden = names.length - shown.length;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Values">
<table class="overview sortable">
<caption>${wanted === undefined ? "Scalar scraps" : "Scraps"}, one row per notebook${
    hidden > 0 && `; ${hidden.toLocaleString("en")} more columns are left out`
  }</caption>
<thead><tr><th scope="col">Notebook</th><th scope="col">Run</th>${columns.map(renderHead)}</tr></thead>
<tbody>${entries.map(
    (entry, row) => html`
<tr><th scope="row"><a href="#${entry.anchor}">${renderName(entry.key)}</a></th><td>${renderRunBadge(
      entry.run,
    )}</td>${columns.map(({ cells }) => cells[row])}</tr>`,
  )}
</tbody></table></div>`;
}

function renderHead({ name, isParameter, isNumeric }: Column): SafeHtml {
  return html`<th scope="col"${isNumeric && html` class="number"`}>${renderName(name)}${
    isParameter && html` <small>parameter</small>`
  }</th>`;
}

function readColumn(
  name: string,
  { isScrap, isParameter }: { isScrap: boolean; isParameter: boolean },
  entries: readonly Entry[],
): Column {
  const values = entries.map(({ scraps, parameters }) => {
    const value = isScrap ? scraps.get(name)?.value : undefined;
    if (value !== undefined && value.kind !== "none") return value;
    return isParameter && Object.hasOwn(parameters, name)
      ? readParameter(parameters[name])
      : undefined;
  });
  return { name, isParameter: !isScrap, ...renderColumn(values) };
}

function readParameter(value: unknown): ScrapValue {
  if (!isScalar(value)) return { kind: "json", value };
  return { kind: "scalar", value, text: String(value) };
}

function namesOf(
  entries: readonly Entry[],
  names: (entry: Entry) => readonly string[],
): readonly string[] {
  return [...new Set(entries.flatMap(names))];
}

function scalarNames({ scraps }: Entry): readonly string[] {
  return [...scraps].filter(([, { value }]) => value.kind === "scalar").map(([name]) => name);
}
