import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import {
  codeCell,
  dataOutput,
  jsonMime,
  notebookOf,
  notebookText,
  output,
  payload,
} from "../testing/notebook-text.ts";

const problemsOf = (text: string) =>
  parseNotebook(text, { strict: false }).problems.map(({ code, path }) => `${code} ${path}`);
const at = "/cells/0/outputs/0";

describe("an output that is not what it must be", () => {
  const table: [output: string, problem: string][] = [
    ["1", `notebook-member-type ${at}`],
    ["null", `notebook-member-type ${at}`],
    ['{"data": null}', `notebook-member-type ${at}/data`],
    ['{"data": [], "metadata": []}', `notebook-member-type ${at}/data`],
    ['{"metadata": "x"}', `notebook-member-type ${at}/metadata`],
  ];
  for (const [text, problem] of table) {
    test(`${text} is one problem, and the next output is read`, () => {
      const notebook = parseNotebook(notebookText([text, dataOutput("x", "1")]), { strict: false });
      expect(problemsOf(notebookText([text]))).toEqual([problem]);
      expect(notebook.value("x")).toBe(1);
    });
    test(`${text} is thrown when scraps are read strictly`, () => {
      const notebook = parseNotebook(notebookText([text]));
      expect(() => notebook.scraps).toThrow(problem.split(" ")[0]);
      expect(notebook.problems).toHaveLength(1);
    });
  }

  test("names all faults in the order of the checks", () => {
    const faulty = output(
      { [jsonMime]: "1", [`${jsonMime}2`]: payload("y", "null") },
      '{"scrapbook": {"name": 1, "display": true}}',
    );
    const cells = [
      codeCell([]).replace('"outputs": []', '"outputs": 5'),
      codeCell([faulty]),
      codeCell([]).replace('"outputs": []', '"outputs": {"a": 1}'),
      codeCell([]).replace('"outputs": []', '"outputs": {}'),
      codeCell([]).replace('"outputs": []', '"outputs": null'),
    ];
    expect(problemsOf(notebookOf(cells))).toEqual([
      "notebook-member-type /cells/0/outputs",
      `payload-not-object ${at.replace("0", "1")}/data/application~1scrapbook.scrap.json+json`,
      `payload-member-type ${at.replace("0", "1")}/data/application~1scrapbook.scrap.json+json2/data`,
      `notebook-name-not-string ${at.replace("0", "1")}/metadata/scrapbook/name`,
      "notebook-member-type /cells/2/outputs",
      "notebook-member-type /cells/4/outputs",
    ]);
  });
});

describe("an output", () => {
  test("bears scraps whatever its type and its cell's", () => {
    const types = ["stream", "error", "execute_result", "update_display_data", "x"];
    const outputs = types.map((type, i) =>
      output({ [jsonMime]: payload(type, `${i}`) }, "{}", type),
    );
    const markdown = codeCell(outputs).replace('"code"', '"markdown"');
    expect([...parseNotebook(notebookOf([markdown])).scraps.keys()]).toEqual(types);
  });

  test("bears scraps only under keys that start as theirs, in this case", () => {
    const keys = [
      "application/scrapbook.scra",
      "Application/scrapbook.scrap",
      " application/scrapbook.scrap",
    ];
    const outputs = keys.map((key) => output({ [key]: payload("x", "1") }));
    expect(parseNotebook(notebookText(outputs)).scraps.size).toBe(0);
    const odd = output({ "application/scrapbook.scraps-of-paper": payload("x", "1") });
    expect(parseNotebook(notebookText([odd])).value("x")).toBe(1);
  });

  test("with a duplicate key counts as its last value at the first one's place", () => {
    const double = `{"data": {"${jsonMime}": 1, "a": 2, "${jsonMime}": ${payload("x", "3")}}, "data": {"${jsonMime}": ${payload("y", "4")}}}`;
    expect([...parseNotebook(notebookText([double])).scraps.keys()]).toEqual(["y"]);
  });
});
