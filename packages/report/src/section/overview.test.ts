import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { type Entry, readEntry } from "../entry.ts";
import { type ReportOptions, reportContext } from "../options/report-options.ts";
import { renderOverview } from "./overview.ts";

const entries = [
  notebookOf(
    { n: { data: 1.5 }, list: { data: [1] }, chart: { display: { "text/plain": "x" } } },
    { papermill: { parameters: { n: 9, symbol: "A", opts: { deep: true } } } },
  ),
  notebookOf(
    { list: { data: "scalar here" }, late: { data: true } },
    { papermill: { parameters: { n: 2 } } },
  ),
].map((notebook, i) => readEntry(`k${i}`, notebook, i));

const render = (columns?: readonly string[], parameters = false, of: readonly Entry[] = entries) =>
  renderOverview(of, reportContext({ columns, parameters })).toString();

const heads = (markup: string) =>
  [...markup.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, text = ""]) =>
    text.replace(/<[^>]*>/g, ""),
  );

test("the columns are the names of scalars, in order of appearance", () => {
  expect(heads(render())).toEqual(["Notebook", "Run", "n", "list", "late"]);
});

test("a scrap that is no scalar in another notebook stands as a preview there", () => {
  expect(render()).toContain("<code>[1]</code>");
});

test("named columns stand in their order, missing ones empty", () => {
  const markup = render(["late", "nowhere", "chart"]);
  expect(heads(markup)).toEqual(["Notebook", "Run", "late", "nowhere", "chart"]);
  expect(markup).toContain("</td><td></td><td></td><td></td></tr>");
});

test("parameters come first, and a scrap takes the place of its parameter", () => {
  const markup = render(undefined, true);
  expect(heads(markup)).toEqual([
    "Notebook",
    "Run",
    "n",
    "symbol parameter",
    "opts parameter",
    "list",
    "late",
  ]);
  expect(markup).toContain(
    '<td class="number">1.5</td><td>A</td><td><code>{&quot;deep&quot;: true}</code></td>',
  );
  expect(markup).toContain('<td class="number" style="--places:1.5">2</td>');
});

test("each row begins with a link to its notebook", () => {
  expect(render()).toContain('<th scope="row"><a href="#notebook-2"><bdi>k1</bdi></a></th>');
});

test("a scrap called __proto__ is a column like any other", () => {
  const entry = readEntry("k", notebookOf([["__proto__", { data: 7 }]]), 0);
  const markup = render(undefined, true, [entry]);
  expect(heads(markup)).toEqual(["Notebook", "Run", "__proto__"]);
  expect(markup).toContain('<td class="number">7</td>');
});

test("of very many columns that nobody named the first are shown", () => {
  const scraps = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, { data: i }]));
  const markup = render(undefined, false, [readEntry("k", notebookOf(scraps), 0)]);
  expect(heads(markup)).toHaveLength(52);
  expect(markup).toContain("10 more columns are left out");
});

const runs = [0.5, 0.25, 0.75].map((loss, i) =>
  readEntry(
    `r${i}`,
    notebookOf(
      { loss: { data: loss }, rows: { data: 9 } },
      { papermill: { parameters: { model: i < 2 ? "tree" : "<net>" } } },
    ),
    i,
  ),
);
const options = (given: ReportOptions) => renderOverview(runs, reportContext(given)).toString();

test("numbers are shown as asked for, their exact text beside them", () => {
  expect(options({ format: { loss: { style: "percent" } } })).toContain(
    '<td class="number" data-value="0.5" title="0.5">50%</td>',
  );
});

test("the best and the worst are marked, in words", () => {
  const markup = options({ better: { loss: "lower" } });
  expect(markup).toContain('data-value="0.25"><small class="best">best</small> 0.25</td>');
  expect(markup).toContain('data-value="0.75"><small class="worst">worst</small> 0.75</td>');
  expect(markup.match(/<rect class="marked"/g)).toHaveLength(1);
});

test("a column of numbers has its picture, one of a single value has none and is told", () => {
  const markup = options({});
  expect(markup.match(/<svg class="spark"/g)).toHaveLength(1);
  expect(markup).toContain('<th scope="col" class="number" data-same><bdi>rows</bdi></th>');
});

test("notebooks are grouped by a parameter, each group with its head", () => {
  const markup = options({ groupBy: "model" });
  expect(markup.match(/<tbody>/g)).toHaveLength(2);
  expect(markup).toContain(
    '<th scope="rowgroup" colspan="4"><bdi>model</bdi> <bdi>&lt;net&gt;</bdi> <span class="quiet">1</span></th>',
  );
});
