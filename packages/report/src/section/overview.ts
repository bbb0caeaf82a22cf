import { isScalar } from "@scrapbook/core/internal";
import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../options/report-options.ts";
import { type RenderedColumn, renderColumn } from "../value/column.ts";
import type { ScrapValue } from "../value/scrap-value.ts";
import { renderName } from "../visible-text.ts";
import { groupEntries } from "./group.ts";
import { renderRunBadge } from "./run.ts";
import { statesOf } from "./state.ts";

/** Columns that nobody named: more would be no table to read. */
const mostColumns = 50;

/** More columns are printed on a page that lies on its side, the smaller the more they are. */
const mostInPortrait = 8;

/**
 * A browser looks after each head that stays while its row scrolls. Of more rows, heads of a table that
 * is not wide go along, where the window is not narrow.
 */
const mostThatStay = 200;

/** A column of the overview, a cell for each notebook. */
interface Column extends RenderedColumn {
  readonly name: string;
  /** Whether it holds papermill's parameters and no scraps. */
  readonly isParameter: boolean;
  /** Whether each notebook that did not fail has the same value. */
  readonly isSame: boolean;
}

/** What the table needs of the options. */
type OverviewContext = Pick<
  ReportContext,
  "columns" | "parameters" | "groupBy" | "better" | "formats"
>;

/** The table of scalar scraps: one row per notebook. The page's script makes it sortable. */
export function renderOverview(entries: readonly Entry[], context: OverviewContext): SafeHtml {
  const { names, isScrap, isParameter } = chooseNames(entries, context);
  const { columns: wanted } = context;
  const shown = wanted === undefined ? names.slice(0, mostColumns) : names;
  const hidden = names.length - shown.length;
  const groups = groupEntries(entries, context.groupBy);
  const rows = groups.flatMap((group) => group.entries);
  const columns = shown.map((name) =>
    readColumn(
      name,
      { isScrap: isScrap.has(name), isParameter: isParameter.has(name) },
      rows,
      context,
    ),
  );
  let row = 0;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Values">
<table class="overview sortable${rows.length > mostThatStay && " many"}"${columns.length > mostInPortrait && html` style="--columns:${columns.length}"`}>
<caption>${wanted === undefined ? "Scalar scraps" : "Scraps"}, one row per notebook${
    hidden > 0 && `; ${hidden.toLocaleString("en")} more columns are left out`
  }</caption>
<thead><tr><th scope="col">Notebook</th><th scope="col">Run</th>${columns.map(renderHead)}</tr></thead>
${groups.map(
  ({ label, entries: members }) => html`<tbody>${
    label !== undefined &&
    html`
<tr class="group"><th scope="rowgroup" colspan="${columns.length + 2}">${label}</th></tr>`
  }${members.map((entry) => renderRow(entry, columns, row++))}
</tbody>`,
)}</table></div>`;
}

function renderRow(entry: Entry, columns: readonly Column[], row: number): SafeHtml {
  return html`
<tr data-for="${entry.anchor}" data-state="${statesOf(entry).join(" ")}"><th scope="row"><a href="#${entry.anchor}">${renderName(entry.key)}</a></th><td>${renderRunBadge(
    entry.run,
  )}</td>${columns.map(({ cells }) => cells[row])}</tr>`;
}

function chooseNames(
  entries: readonly Entry[],
  { columns: wanted, parameters }: OverviewContext,
): {
  readonly names: readonly string[];
  readonly isScrap: ReadonlySet<string>;
  readonly isParameter: ReadonlySet<string>;
} {
  const scrapNames = wanted ?? namesOf(entries, scalarNames);
  const parameterNames = parameters
    ? namesOf(entries, ({ parameters }) => Object.keys(parameters))
    : [];
  return {
    names: [...new Set([...parameterNames, ...scrapNames])],
    isScrap: new Set(scrapNames),
    isParameter: new Set(parameterNames),
  };
}

function renderHead({ name, isParameter, isNumeric, isSame, spark }: Column): SafeHtml {
  return html`<th scope="col"${isNumeric && html` class="number"`}${isSame && html` data-same`}>${renderName(name)}${
    isParameter && html` <small>parameter</small>`
  }${spark}</th>`;
}

function readColumn(
  name: string,
  { isScrap, isParameter }: { isScrap: boolean; isParameter: boolean },
  entries: readonly Entry[],
  { better, formats }: OverviewContext,
): Column {
  const values = entries.map(({ scraps, parameters }) => {
    const value = isScrap ? scraps.get(name)?.value : undefined;
    if (value !== undefined && value.kind !== "none") return value;
    return isParameter && Object.hasOwn(parameters, name)
      ? readParameter(parameters[name])
      : undefined;
  });
  const direction = Object.hasOwn(better, name) ? better[name] : undefined;
  return {
    name,
    isParameter: !isScrap,
    isSame: areSame(values.filter((_value, row) => entries[row]?.run?.status !== "failed")),
    ...renderColumn(values, { format: formats.get(name), better: direction }),
  };
}

/** Whether several values are one and the same. */
function areSame(values: readonly (ScrapValue | undefined)[]): boolean {
  const [first, ...rest] = values.map((value) =>
    value?.kind === "scalar" ? value.text : undefined,
  );
  return rest.length > 0 && first !== undefined && rest.every((text) => text === first);
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
