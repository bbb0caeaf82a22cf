import type { Entry, EntryScrap } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import type { ReportContext } from "../options/report-options.ts";
import { renderRunBadge } from "../section/run.ts";
import { isNumber } from "../value/column.ts";
import { renderValue } from "../value/value.ts";
import { renderName } from "../visible-text.ts";
import type { Change, Pair } from "./changes.ts";
import { renderDelta } from "./delta.ts";

/** Text in a cell is cut here. */
const longestText = 120;
/** More rows are no table that somebody reads. */
const mostRows = 2_000;

/** A row for each value that is not what it was, and for each run that ended otherwise. */
export function renderChangeTable(pairs: readonly Pair[], context: ReportContext): SafeHtml {
  const rows = pairs.flatMap((pair) => [
    ...(pair.isRunChanged || pair.before === undefined || pair.after === undefined
      ? [renderRunRow(pair)]
      : []),
    ...pair.changes
      .filter(({ isDataChanged }) => isDataChanged)
      .map((change) => renderRow(pair, change, context)),
  ]);
  const hidden = rows.length - mostRows;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Changes">
<table class="overview sortable">
<caption>What changed${hidden > 0 && `; ${hidden.toLocaleString("en")} more changes are left out`}</caption>
<thead><tr><th scope="col">Notebook</th><th scope="col">Scrap</th><th scope="col">Before</th><th scope="col">After</th><th scope="col" class="number">Change</th></tr></thead>
<tbody>${rows.slice(0, mostRows)}
</tbody></table></div>`;
}

function renderRow(pair: Pair, { name, before, after }: Change, context: ReportContext): SafeHtml {
  const options = {
    better: Object.hasOwn(context.better, name) ? context.better[name] : undefined,
    format: context.formats.get(name),
  };
  return html`
<tr data-for="${pair.anchor}" data-state="changed">${renderKey(pair)}<td>${renderName(name)}</td>${renderCell(before, "del", options)}${renderCell(
    after,
    "ins",
    options,
  )}${renderDelta(before?.value, after?.value, options)}</tr>`;
}

function renderRunRow(pair: Pair): SafeHtml {
  const badge = (entry: Entry | undefined, word: string) =>
    html`<td>${entry === undefined ? html`<span class="quiet">${word}</span>` : renderRunBadge(entry.run)}</td>`;
  const state = pair.after?.run?.status === "failed" ? "changed failed" : "changed";
  return html`
<tr data-for="${pair.anchor}" data-state="${state}">${renderKey(pair)}<td><span class="quiet">run</span></td>${badge(pair.before, "not there")}${badge(pair.after, "gone")}<td></td></tr>`;
}

function renderKey({ key, anchor, changes }: Pair): SafeHtml {
  return changes.some(({ isDisplayChanged }) => isDisplayChanged)
    ? html`<th scope="row"><a href="#${anchor}">${renderName(key)}</a></th>`
    : html`<th scope="row">${renderName(key)}</th>`;
}

function renderCell(
  scrap: EntryScrap | undefined,
  tag: "del" | "ins",
  { format }: { readonly format: ((value: number | bigint) => string) | undefined },
): SafeHtml {
  if (scrap === undefined || scrap.value.kind === "none") {
    return html`<td><span class="quiet">none</span></td>`;
  }
  const { value } = scrap;
  const content =
    format && isNumber(value)
      ? html`<span title="${value.text}">${format(value.value)}</span>`
      : renderValue(value, longestText);
  const marked = tag === "del" ? html`<del>${content}</del>` : html`<ins>${content}</ins>`;
  return html`<td>${marked}</td>`;
}
