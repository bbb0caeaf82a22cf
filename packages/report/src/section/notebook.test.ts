import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { reportContext } from "../report-options.ts";
import { createAllowance } from "./allowance.ts";
import { renderNotebook } from "./notebook.ts";

test("a notebook is an article under its key, with problems, scraps and figures", () => {
  const notebook = notebookOf({
    n: { data: 1 },
    bad: { data: null },
    chart: { display: { "text/plain": "x" } },
  });
  const entry = readEntry('<"k">', notebook, 2);
  const markup = `${renderNotebook(entry, reportContext(), createAllowance(1e6))}`;
  expect(markup).toContain('<article id="notebook-3" aria-labelledby="notebook-3-name">');
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
