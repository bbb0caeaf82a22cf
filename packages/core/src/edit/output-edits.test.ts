import { describe, expect, test } from "vitest";
import { floatText } from "../json/float-text.ts";
import { dataOutput, jsonMime, notebookText, output, payload } from "../testing/notebook-text.ts";
import { dataOf, displayOf, edited, editTexts, jupyterText } from "./testing/edited.ts";

describe("the bytes that an edit touches", () => {
  const text = jupyterText([dataOf("x", 1), displayOf("x")], [dataOf("y", "b", "text")]);

  test("are the value alone where the encoder stays", () => {
    expect(editTexts(text, (session) => session.set("y", "c"))).toEqual(['"b" → "c"']);
  });

  test("are value, encoder and MIME type where the encoder changes", () => {
    expect(editTexts(text, (session) => session.set("y", 1.5))).toEqual([
      '"application/scrapbook.scrap.text+json" → "application/scrapbook.scrap.json+json"',
      '"b" → 1.5',
      '"text" → "json"',
    ]);
  });

  test("are the names alone in a renaming", () => {
    expect(editTexts(text, (session) => session.rename("x", "é"))).toEqual([
      '"x" → "é"',
      '"x" → "é"',
      '"x" → "é"',
    ]);
  });

  test("are the outputs and a comma in a removal", () => {
    const rest = jupyterText([], [dataOf("y", "b", "text")]);
    expect(edited(text, (session) => session.remove("x"))).toBe(rest);
    const [first] = editTexts(jupyterText([dataOf("x", 1), dataOf("y", 1)]), (session) =>
      session.remove("y"),
    );
    expect(first).toMatch(/^,\n {4}\{.*\} → $/s);
  });

  test("are a payload's further members as little as its white space", () => {
    const odd = payload("x", "1.0").replace("}", ', "more" :[1.50 ] }');
    const source = notebookText([output({ [jsonMime]: odd })]);
    expect(edited(source, (session) => session.set("x", floatText(2)))).toBe(
      source.replace('"data": 1.0', '"data": 2.0'),
    );
  });

  test("are those of the last of equal keys", () => {
    const twice = payload("x", "1").replace('"data": 1', '"data": 0, "data": 1');
    const source = notebookText([output({ [jsonMime]: twice })]);
    expect(editTexts(source, (session) => session.set("x", 2))).toEqual(["1 → 2"]);
  });

  test("are all of equal keys in a removal, so that none comes to light", () => {
    const bundle = `"${jsonMime}": ${payload("y", "0")}, "${jsonMime}": ${payload("x", "1")}, "text/plain": "a"`;
    const source = notebookText([
      `{"output_type": "display_data", "data": {${bundle}}, "metadata": {}}`,
    ]);
    const result = edited(source, (session) => session.remove("x"));
    expect(result).toContain('"data": {"text/plain": "a"}');
  });

  test("are found behind escaped keys", () => {
    const source = notebookText([dataOutput("x", "1")])
      .replace('"outputs"', '"\\u006futputs"')
      .replace('"data": {', '"\\u0064ata": {')
      .replace("application/", "application\\/");
    expect(editTexts(source, (session) => session.set("x", 2))).toEqual(["1 → 2"]);
  });

  test("leave a version that is another way to write 1, and lower a later one", () => {
    for (const [version, left] of [
      ["1.0", "1.0"],
      ["2", "1"],
    ]) {
      const source = notebookText([output({ [jsonMime]: payload("x", "1", "json", version) })]);
      expect(edited(source, (session) => session.set("x", 2))).toContain(`"version": ${left}}`);
    }
  });
});

describe("new JSON", () => {
  test("stands as Jupyter would have saved it", () => {
    const before = jupyterText([dataOf("x", 1)]);
    expect(edited(before, (session) => session.set("x", { b: [1, {}], a: "é" }))).toBe(
      jupyterText([dataOf("x", { b: [1, {}], a: "é" })]),
    );
  });

  test("stands in one line where the file does", () => {
    const source = notebookText([dataOutput("x", "1")]);
    const minified = source.replaceAll(", ", ",").replaceAll(": ", ":");
    expect(edited(minified, (session) => session.set("x", { a: [1, 2] }))).toContain(
      '"data":{"a":[1,2]},',
    );
    expect(edited(source, (session) => session.set("x", { a: [1, 2] }))).toContain(
      '"data": {"a": [1, 2]},',
    );
  });

  test("takes the file's indentation and line ends", () => {
    const text = JSON.stringify(JSON.parse(jupyterText([dataOf("x", 1)])), null, 4);
    const wanted = JSON.stringify(JSON.parse(jupyterText([dataOf("x", { a: [1] })])), null, 4);
    const crlf = (lines: string) => `\ufeff${lines.replaceAll("\n", "\r\n")}\r\n`;
    expect(edited(crlf(text), (session) => session.set("x", { a: [1] }))).toBe(crlf(wanted));
  });

  test("splits text into lines as nbformat does", () => {
    const display = { data: { "text/html": "<p>\n</p>", "image/png": "AA\nAA" } };
    const text = edited(jupyterText([dataOf("x", 1)]), (session) =>
      session.set("x", 2, { display }),
    );
    const [shown] = JSON.parse(text).cells[0].outputs;
    expect(shown.data["text/html"]).toEqual(["<p>\n", "</p>"]);
    expect(shown.data["image/png"]).toBe("AA\nAA");
  });

  test("has the payload's own order of members where the file's keys are not sorted", () => {
    const source = notebookText([]).replace('"cells"', '"nbformat_minor": 4, "cells"');
    const result = edited(source, (session) => session.set("x", 1));
    expect(result).toContain('{"name": "x", "data": 1, "encoder": "json", "version": 1}');
  });
});

describe("the label in an output's metadata", () => {
  test("follows the payload that is left in the output", () => {
    const source = notebookText([
      output(
        { [jsonMime]: payload("x", "1"), [`${jsonMime}2`]: payload("y", "2"), "text/plain": '"a"' },
        '{"scrapbook": {"name": "x", "data": true, "display": true, "own": 1}}',
      ),
    ]);
    const result = edited(source, (session) => session.remove("x"));
    expect(result).toContain(
      '{"scrapbook": {"name": "y", "data": true, "display": false, "own": 1}}',
    );
    expect(result).not.toContain("text/plain");
  });

  test("tells of what was set where a note is asked for, and only there", () => {
    const trace = { at: "2026-01-02T03:04:05Z", note: "by hand" };
    const result = edited(
      jupyterText([dataOf("x", 1), dataOf("y", 2)]),
      (session) => session.set("x", 2).set("new", 3).rename("y", "z"),
      { trace },
    );
    const notes = JSON.parse(result).cells.flatMap((cell: { outputs: { metadata: object }[] }) =>
      cell.outputs.map(({ metadata }) => metadata),
    );
    const mark = { data: true, display: false };
    expect(notes).toEqual([
      { scrapbook: { ...mark, name: "x", edited: trace } },
      { scrapbook: { ...mark, name: "z" } },
      { scrapbook: { ...mark, name: "new", edited: trace } },
    ]);
  });

  test("is made where there is none, to tell of the change", () => {
    const source = notebookText([`{"data": {"${jsonMime}": ${payload("x", "1")}}}`]);
    const result = edited(source, (session) => session.set("x", 1), { trace: { note: "n" } });
    expect(result).toContain(
      '"metadata": {"scrapbook": {"data": true, "display": false, "edited": {"note": "n"}, "name": "x"}}',
    );
  });

  test("stays another scrap's where it shows it", () => {
    const source = notebookText([
      output(
        { [jsonMime]: payload("x", "1"), "text/plain": '"a"' },
        '{"scrapbook": {"name": "y", "display": true}}',
      ),
    ]);
    expect(edited(source, (session) => session.set("x", 2), { trace: true })).toBe(
      source.replace('"data": 1,', '"data": 2,'),
    );
  });

  test("tells the time where nothing else is asked for", () => {
    const result = edited(jupyterText([dataOf("x", 1)]), (s) => s.set("x", 2), { trace: true });
    const [{ metadata }] = JSON.parse(result).cells[0].outputs;
    expect(metadata.scrapbook.edited).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/) });
  });
});
