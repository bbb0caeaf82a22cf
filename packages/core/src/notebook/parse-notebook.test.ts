import { describe, expect, test } from "vitest";
import { edit } from "../edit/session.ts";
import { isScrapbookError } from "../error/error.ts";
import { dataOutput, notebookOf, notebookText } from "../testing/notebook-text.ts";
import type { NotebookInput, NotebookObject } from "./notebook-input.ts";
import { parseNotebook, parseNotebookView } from "./parse-notebook.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function faultOf(input: Parameters<typeof parseNotebook>[0]): string {
  try {
    parseNotebook(input);
  } catch (error) {
    return isScrapbookError(error) ? `${error.code} ${error.path}`.trim() : String(error);
  }
  return "none";
}

const good = notebookText([dataOutput("x", "1.0")]);
const shaped = (more: string) => `{"cells": [], "metadata": {}, "nbformat": 4${more}}`;

describe("parseNotebook", () => {
  test("reads bytes, text and parsed notebooks alike", () => {
    for (const input of [bytesOf(good), good, JSON.parse(good) as NotebookObject]) {
      const notebook = parseNotebook(input);
      expect(notebook.value("x")).toBe(1);
      expect(notebook).toMatchObject({ nbformat: 4, nbformatMinor: 5 });
    }
  });

  test("reads bytes with a byte order mark and any white space", () => {
    expect(parseNotebook(bytesOf(`\ufeff \r\n${good}\t\n`)).value("x")).toBe(1);
  });

  const faults: [input: NotebookInput, fault: string][] = [
    ["", "json-empty"],
    ["{", "json-truncated"],
    ["nope", "json-syntax"],
    ["[]", "notebook-not-object"],
    ["null", "notebook-not-object"],
    ["1", "notebook-not-object"],
    ["{}", "notebook-version-missing"],
    [[] as unknown as NotebookObject, "notebook-not-object"],
    ['{"nbformat": "4"}', "notebook-version-invalid /nbformat"],
    ['{"nbformat": 4.5}', "notebook-version-invalid /nbformat"],
    ['{"nbformat": 3}', "notebook-version-unsupported /nbformat"],
    ['{"nbformat": 5}', "notebook-version-unsupported /nbformat"],
    [`{"nbformat": ${"9".repeat(400)}}`, "notebook-version-unsupported /nbformat"],
    ['{"nbformat": 4}', "notebook-member-missing"],
    ['{"nbformat": 4, "metadata": null}', "notebook-member-type /metadata"],
    ['{"nbformat": 4, "metadata": {}}', "notebook-member-missing"],
    ['{"nbformat": 4, "metadata": {}, "cells": {}}', "notebook-member-type /cells"],
    [notebookOf(["1"]), "notebook-member-type /cells/0"],
    [notebookOf(["{}"]), "notebook-member-missing /cells/0"],
    [notebookOf(['{"metadata": []}']), "notebook-member-type /cells/0/metadata"],
    [notebookOf(['{"metadata": {}}', "2"]), "notebook-member-type /cells/1"],
    [shaped(""), "none"],
    ['{"cells": [], "metadata": {}, "nbformat": 4.0}', "none"],
    ['{"cells": 1, "metadata": {}, "nbformat": 3, "nbformat": 4, "cells": []}', "none"],
  ];
  for (const [input, fault] of faults) {
    test(`finds the fault ${fault} in ${JSON.stringify(input).slice(0, 60)}`, () => {
      expect(faultOf(input)).toBe(fault);
    });
  }

  test("takes a minor version that is missing or odd for 0", () => {
    const minors = [
      "",
      ', "nbformat_minor": 9',
      ', "nbformat_minor": "x"',
      ', "nbformat_minor": 1.5',
    ];
    expect(minors.map((minor) => parseNotebook(shaped(minor)).nbformatMinor)).toEqual([0, 9, 0, 0]);
  });

  test.each([2, 3])("reads format %i as an empty notebook where it is not strict", (nbformat) => {
    const old = `{"nbformat": ${nbformat}, "nbformat_minor": 1, "worksheets": [{"cells": []}]}`;
    const notebook = parseNotebook(old, { strict: false });
    expect(notebook).toMatchObject({ nbformat, nbformatMinor: 1, metadata: {}, parameters: {} });
    expect(notebook.scraps.size).toBe(0);
    expect(notebook.run.status).toBe("none");
    expect(notebook.problems).toMatchObject([
      { code: "notebook-version-unsupported", path: "/nbformat", offset: 13 },
    ]);
    expect(parseNotebookView(bytesOf(old), { strict: false }).problemCount).toBe(1);
    expect(() => edit(old, { strict: false })).toThrow("notebook-version-unsupported");
  });

  test("refuses other formats, strict or not", () => {
    for (const nbformat of [0, 1, 5]) {
      expect(() => parseNotebook(`{"nbformat": ${nbformat}}`, { strict: false })).toThrow(
        "notebook-version-unsupported",
      );
    }
  });

  test("names the converter for old notebooks", () => {
    expect(() => parseNotebook('{"nbformat": 3}')).toThrow("jupyter nbconvert --to notebook");
    expect(() => parseNotebook('{"nbformat": 5}')).toThrow("Save it as nbformat 4.");
  });

  test("names the source in every error", () => {
    expect(() => parseNotebook("{", { source: "a.ipynb" })).toThrow("(a.ipynb)");
    expect(() => parseNotebook("[]", { source: "a.ipynb" })).toThrow("(a.ipynb)");
  });

  test("refuses text with a lone surrogate and what is no notebook in any form", () => {
    expect(faultOf("\ud800")).toBe("json-utf8");
    for (const input of [1, undefined, null, true]) {
      expect(faultOf(input as never)).toBe("usage-argument");
    }
  });

  test("refuses values that options do not have", () => {
    expect(() => parseNotebook(good, { merge: "x" as never })).toThrow(
      '[usage-argument] The option merge of parseNotebook is not right: got "x", expected "complete" or "reference".',
    );
    expect(() => parseNotebook(good, { integers: "x" as never })).toThrow("usage-argument");
  });

  test("stops at the depth that was asked for", () => {
    expect(() => parseNotebook(good, { maxDepth: 6 })).toThrow("json-depth");
    expect(parseNotebook(good, { maxDepth: 7 }).value("x")).toBe(1);
  });

  test("gives integers as they were asked for", () => {
    const text = notebookText([dataOutput("x", "[1, 9007199254740993]")]);
    const values = (["auto", "number", "bigint"] as const).map((integers) =>
      parseNotebook(text, { integers }).value("x"),
    );
    expect(values).toEqual([
      [1, 9007199254740993n],
      [1, 9007199254740992],
      [1n, 9007199254740993n],
    ]);
  });
});

describe("more problems than are kept", () => {
  const count = 130_000;
  const ones = Array.from({ length: count }, () => "1");
  const bundle = ones.map((one, i) => `"application/scrapbook.scrap.${i}": ${one}`);
  const texts: [string, string][] = [
    ["in outputs", notebookText([...ones, dataOutput("x", "1")])],
    [
      "in one output",
      notebookText([`{"data": {${bundle.join()}}, "metadata": {}}`, dataOutput("x", "1")]),
    ],
  ];
  test.each(texts)("are counted %s, and the good scraps are served", (_, text) => {
    const notebook = parseNotebook(text, { strict: false });
    expect(notebook.problems).toHaveLength(1_000);
    expect(notebook.problemCount).toBe(count);
    expect(notebook.value("x")).toBe(1);
  });

  test("are as many as was asked for", () => {
    const few = parseNotebook(notebookText(["1", "2", "3"]), { maxProblems: 2 });
    expect([few.problems.length, few.problemCount]).toEqual([2, 3]);
    expect(() => few.scraps).toThrow(few.problems[0]?.message);
  });
});

test("problems say at which byte they stand", () => {
  const text = notebookText(
    ["1", '{"data": 1}', '{"data": {}, "metadata": {"scrapbook": 2}}'],
    [
      `{"data": {"application/scrapbook.scrap": {"version": 3}, "application/papermill.record": 4, "application/scrapbook.scrap2": {"name": 5, "data": null, "encoder": "", "version": 1}}}`,
    ],
  ).replace("[1, ", "[1 , ");
  const { problems } = parseNotebook(`\ufeff${text}`, { strict: false });
  const bytes = bytesOf(`\ufeff${text}`);
  const at = problems.map(({ path, offset = 0 }) => [
    path.replace("/outputs", "").replaceAll("application~1", ""),
    new TextDecoder().decode(bytes.subarray(offset, offset + 3)),
  ]);
  expect(at).toEqual([
    ["/cells/0/0", "1 ,"],
    ["/cells/0/1/data", "1},"],
    ["/cells/0/2/metadata/scrapbook", "2}}"],
    ["/cells/1/0/data/scrapbook.scrap", '{"v'],
    ["/cells/1/0/data/papermill.record", "4, "],
    ["/cells/1/0/data/scrapbook.scrap2/name", "5, "],
  ]);
});

test.each([
  ["bytes", (text: string) => bytesOf(text)],
  // Whose slice is no copy. Browsers have none.
  ["a Buffer", (text: string) => globalThis.Buffer?.from(text) ?? bytesOf(text)],
])("a view outlives the bytes it was read from: %s", (_, toBytes) => {
  const outputs = [
    dataOutput("x", '{"a": [1]}'),
    '{"output_type": "error", "ename": "E", "evalue": "v", "traceback": []}',
    "7",
  ];
  const text = notebookText(outputs).replace(
    '"metadata": {}, "nbformat"',
    '"metadata": {"papermill": {"exception": true}}, "nbformat"',
  );
  const failing = text.replace(
    '"metadata": {}, "outputs"',
    '"metadata": {"papermill": {"status": "failed", "duration": 2}}, "outputs"',
  );
  const bytes = toBytes(failing);
  const view = parseNotebookView(bytes, { strict: false });
  bytes.fill(0);
  expect(view.value("x")).toEqual({ a: [1] });
  expect(view.run).toMatchObject({
    status: "failed",
    failedCell: { index: 0, ename: "E", evalue: "v" },
  });
  expect(view.cellTiming).toEqual([2]);
  expect(view.executionCounts).toEqual([1]);
  expect(view.problems).toMatchObject([{ path: "/cells/0/outputs/2" }]);
});
