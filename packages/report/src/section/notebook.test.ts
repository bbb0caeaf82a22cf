import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { reportContext } from "../options/report-options.ts";
import { createAllowance } from "./allowance.ts";
import { renderNotebook } from "./notebook.ts";

test("a notebook is an article under its key, with problems, scraps and figures", () => {
  const notebook = notebookOf({
    n: { data: 1 },
    bad: { data: null },
    chart: { display: { "text/plain": "x" } },
  });
  const entry = readEntry('<"k">', notebook, 2);
  const markup = `${renderNotebook(entry, reportContext(), createAllowance(1e6), true)}`;
  expect(markup).toContain(
    '<article id="notebook-3" data-for="notebook-3" aria-labelledby="notebook-3-name">',
  );
  expect(markup).toContain('<h2 id="notebook-3-name"><bdi>&lt;&quot;k&quot;&gt;</bdi></h2>');
  const order = [
    "<h2",
    'class="badge none"',
    'class="problems"',
    'class="scraps"',
    'class="figures"',
  ];
  expect(order.map((mark) => markup.indexOf(mark))).toEqual(
    order.map((mark) => markup.indexOf(mark)).sort((a, b) => a - b),
  );
  expect(order.filter((mark) => !markup.includes(mark))).toEqual([]);
});

test("of a failed run the traceback leads in the terminal's colours, then the code", () => {
  const notebook = notebookOf({ n: { data: 1 } });
  const entry = readEntry("k", notebook, 0);
  const failedCell = {
    index: 0,
    ename: "E",
    evalue: "x",
    source: "prices = <read>()",
    traceback: ["\u001b[31mE\u001b[0m", "<b>"],
  };
  const run = { ...entry.run, status: "failed", failedCell } as unknown as NonNullable<
    typeof entry.run
  >;
  const markup = `${renderNotebook({ ...entry, run }, reportContext(), createAllowance(1e6), true)}`;
  expect(markup).toContain('<span class="t-f1">E</span>\n&lt;b&gt;</pre>');
  expect(markup).toMatch(/<details class="code"><summary>.*prices = &lt;read&gt;\(\)<\/pre>/);
  expect(markup.indexOf("traceback")).toBeLessThan(markup.indexOf('class="scraps"'));
});

test("a long list of scraps folds", () => {
  const scraps = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`s${i}`, { data: i }]));
  const entry = readEntry("k", notebookOf(scraps), 0);
  const markup = `${renderNotebook(entry, reportContext(), createAllowance(1e6), false)}`;
  expect(markup).toContain('<details class="notebook">');
  expect(markup).toContain("<summary>25 more scraps</summary>");
});
