import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { dataOutput, displayOutput, notebookText } from "../testing/notebook-text.ts";
import { type ReportOutputsOptions, reportOutputs } from "./report-outputs.ts";
import { Scrapbook } from "./scrapbook.ts";

const book = new Scrapbook([
  ["a", parseNotebook(notebookText([dataOutput("x", "1"), displayOutput("y")]))],
  [
    "b",
    parseNotebook(notebookText([displayOutput("y"), displayOutput("z"), dataOutput("x", "[1,2]")])),
  ],
]);

/** Each output as its only text; displays as `shown`. */
function textsOf(options: ReportOutputsOptions): unknown[] {
  return reportOutputs(book, options).map(({ data, metadata }) => {
    expect(metadata).toEqual({});
    const [text] = Object.values(data);
    return text;
  });
}

const [shown] = reportOutputs(book, { notebookNames: "a", headers: false }).map(
  ({ data }) => Object.values(data)[0],
);

describe("a report's outputs", () => {
  const reports: [name: string, options: ReportOutputsOptions, texts: unknown[]][] = [
    [
      "are the displays under keys and names",
      {},
      ["### a", "#### y", shown, "<hr>", "### b", "#### y", shown, "#### z", shown],
    ],
    ["are the displays alone without headers", { headers: false }, [shown, shown, shown]],
    [
      "are of the notebooks that are named",
      { notebookNames: "b", scrapNames: "z" },
      ["### b", "#### z", shown],
    ],
    [
      "tell which scraps are not there",
      { notebookNames: ["a"], scrapNames: ["z"], headers: false },
      ["No scrap found with name 'z' in this notebook"],
    ],
    [
      "have data as a short text",
      { includeData: true, notebookNames: ["b", "a", "b"] },
      [
        ...["### b", "#### y", shown, "#### z", shown, "#### x", "[1, 2]"],
        ...["<hr>", "### a", "#### y", shown, "#### x", "1"],
      ],
    ],
    [
      "name the data where there are no headers",
      { includeData: true, headers: false, notebookNames: "a" },
      [shown, "x: 1"],
    ],
  ];
  test.each(reports)("%s", (_, options, texts) => {
    expect(textsOf(options)).toEqual(texts);
  });

  test("are refused for a key that is not there, before anything is made", () => {
    expect(() => reportOutputs(book, { notebookNames: ["a", "aa"] })).toThrow(
      '[usage-argument] No notebook of the scrapbook has the key "aa": expected "a"',
    );
  });

  test("are none for an empty scrapbook", () => {
    expect(reportOutputs(new Scrapbook())).toEqual([]);
  });
});
