import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { type ReportOptions, reportContext } from "../options/report-options.ts";
import { createAllowance } from "./allowance.ts";
import { renderFigures } from "./figure.ts";

const table = { columns: ["a"], length: 1, rows: () => [{ a: 1 }] };
const tables = { name: "table", encodable: () => false, encode: () => 1, decode: () => table };

const notebook = notebookOf(
  {
    chart: { display: { "text/plain": "first" } },
    both: { data: 1, display: { "text/plain": "second" } },
    frame: { data: 1, encoder: "table" },
    plain: { data: 1 },
  },
  { options: { encoders: [tables as never] } },
);

const names = (options: ReportOptions, length = 1e6) => {
  const allowance = createAllowance(length);
  const figures = renderFigures(readEntry("nb", notebook, 0), reportContext(options), allowance);
  return [...`${figures}`.matchAll(/<figcaption><bdi>(.*?)</g)].map(([, name]) => name);
};

test("displays and tables are figures, other data is not", () => {
  expect(names({})).toEqual(["chart", "both", "frame"]);
});

test("charts chooses among them", () => {
  expect(names({ charts: ["both", "frame", "plain"] })).toEqual(["both", "frame"]);
  expect(names({ charts: (key, _nb, name) => key === "nb" && name === "chart" })).toEqual([
    "chart",
  ]);
  expect(names({ charts: false })).toEqual([]);
});

test("a choice that asks for a scrap which is not there means no", () => {
  expect(names({ charts: (_key, nb) => nb.value("missing") === 1 })).toEqual([]);
});

test("a mistake in a choice is not hidden", () => {
  const charts = () => {
    throw new TypeError("mistake");
  };
  expect(() => names({ charts })).toThrow("mistake");
});

test("no figures are no place for them", () => {
  const context = reportContext({ charts: false });
  expect(
    renderFigures(readEntry("nb", notebook, 0), context, createAllowance(1e6)),
  ).toBeUndefined();
});

test("what no longer fits the page is left out", () => {
  expect(names({}, 230)).toEqual(["chart"]);
});
