import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { reportContext } from "../options/report-options.ts";
import { createAllowance } from "./allowance.ts";
import { renderByScrap } from "./by-scrap.ts";

const text = (value: string) => ({ display: { "text/plain": value } });
const entries = [
  notebookOf({ chart: text("one"), n: { data: 1 } }),
  notebookOf({ other: text("x"), chart: text("two") }),
].map((notebook, i) => readEntry(`nb${i}`, notebook, i));

test("each scrap that is shown is a section, with the notebooks side by side", () => {
  const sections = renderByScrap(entries, reportContext(), createAllowance(1e6));
  expect(sections.map((one) => /<h2[^>]*><bdi>(.*?)</.exec(`${one}`)?.[1])).toEqual([
    "chart",
    "other",
  ]);
  expect(`${sections[0]}`).toMatch(/<a href="#notebook-1"><bdi>nb0<.*one<.*#notebook-2.*two</s);
});

test("what the options do not show is no section", () => {
  const context = reportContext({ charts: ["other"] });
  expect(renderByScrap(entries, context, createAllowance(1e6))).toHaveLength(1);
});
