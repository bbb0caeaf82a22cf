import { isScrapbookError, type Notebook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { notebookOf } from "../test/notebook.ts";
import { type Charts, reportContext } from "./report-options.ts";

const notebook: Notebook = notebookOf({});

test("defaults are filled in", () => {
  expect(reportContext()).toMatchObject({
    title: "Scrapbook",
    columns: undefined,
    params: false,
    maxDisplayBytes: 2_000_000,
    maxPageLength: 64_000_000,
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
])("a wrong %s is refused by name", (name, options) => {
  try {
    reportContext(options as never);
    expect.unreachable();
  } catch (error) {
    expect(isScrapbookError(error) && error.code).toBe("usage-argument");
    expect(String(error)).toContain(name);
  }
});
