import { isScrapbookError, type Notebook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { type Charts, reportContext } from "./report-options.ts";

const notebook: Notebook = notebookOf({});

test("defaults are filled in", () => {
  expect(reportContext()).toMatchObject({
    title: "Scrapbook",
    columns: undefined,
    parameters: false,
    maxDisplayBytes: 2_000_000,
    maxPageLength: 20_000_000,
    frameHeight: 320,
  });
});

test.each<[string, Charts | undefined, boolean, boolean]>([
  ["nothing", undefined, true, true],
  ["true", true, true, true],
  ["false", false, false, false],
  ["a list of names", ["a"], true, false],
  ["a function", (key, _notebook, name) => key === "nb" && name === "b", false, true],
])("charts given by %s", (_what, charts, a, b) => {
  const { isShown } = reportContext({ charts });
  expect([isShown("nb", notebook, "a"), isShown("nb", notebook, "b")]).toEqual([a, b]);
});

test.each([
  ["columns", { columns: "close" }],
  ["charts", { charts: "close" }],
  ["maxDisplayBytes", { maxDisplayBytes: -1 }],
  ["maxPageLength", { maxPageLength: Number.NaN }],
  ["frameHeight", { frameHeight: "320" }],
  ["columns", { columns: [1] }],
  ["title", { title: 7 }],
  ["parameters", { parameters: "yes" }],
  ["by", { by: "scraps" }],
  ["better", { better: { loss: "down" } }],
  ["format", { format: { loss: { style: "percentage" } } }],
  ["groupBy", { groupBy: 1 }],
])("a wrong %s is refused by name", (name, options) => {
  try {
    reportContext(options as never);
    expect.unreachable();
  } catch (error) {
    expect(isScrapbookError(error) && error.code).toBe("usage-argument");
    expect(String(error)).toContain(name);
  }
});

test.each([
  [{ chart: true }, 'renderReport has no option "chart". Did you mean "charts"?'],
  [{ params: true }, 'renderReport has no option "params". There are: title, columns, charts,'],
  ["Tickers", 'renderReport takes its options as an object: got "Tickers", expected an object.'],
  [
    { better: { loss: "low" } },
    'better of renderReport is not right for "loss": got "low", expected "lower" or "higher"',
  ],
  [
    { format: { loss: "percent" } },
    'format of renderReport is not right for "loss": got "percent", expected a number format of style',
  ],
  [{ better: "lower" }, 'got "lower", expected "lower" or "higher" by scrap name'],
  [{ title: "x".repeat(99).split("") }, "got a list, expected text"],
])("a wrong option is told with what is right (%#)", (options, message) => {
  expect(() => reportContext(options as never)).toThrow(message);
});

test("an option that is undefined is not given", () => {
  expect(reportContext({ title: undefined }).title).toBe("Scrapbook");
});
