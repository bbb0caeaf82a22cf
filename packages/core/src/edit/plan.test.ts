import { describe, expect, test } from "vitest";
import { codeCell, notebookOf, notebookText } from "../testing/notebook-text.ts";
import { dataOf, displayOf, edited, jupyterText, seen, stream } from "./testing/edited.ts";

const cellId = () => "abcd1234";

describe("a new scrap", () => {
  test("stands in a code cell at the end that was never run", () => {
    const result = edited(jupyterText([stream]), (s) => s.set("x", 1).set("y", "b"), { cellId });
    const wanted = JSON.parse(jupyterText([stream]));
    wanted.cells.push({
      cell_type: "code",
      execution_count: null,
      id: "abcd1234",
      metadata: {},
      outputs: [dataOf("x", 1), dataOf("y", "b", "text")],
      source: [],
    });
    expect(result).toBe(`${JSON.stringify(wanted, null, 1)}\n`);
  });

  test("gets no cell id before nbformat 4.5", () => {
    const text = jupyterText([]).replace('"nbformat_minor": 5', '"nbformat_minor": 4');
    const [, cell] = JSON.parse(edited(text, (session) => session.set("x", 1))).cells;
    expect(Object.keys(cell)).not.toContain("id");
  });

  test("gets an id that no other cell has", () => {
    const ids = ["cell-0", "cell-1", "new"];
    const text = edited(jupyterText([], []), (session) => session.set("x", 1), {
      cellId: () => ids.shift() as string,
    });
    expect(JSON.parse(text).cells[2].id).toBe("new");
  });

  test("is the first cell of a notebook without cells", () => {
    for (const text of [notebookOf([]), notebookOf([]).replace("[]", "[ ]")]) {
      expect(seen(edited(text, (session) => session.set("x", 1)))).toBe("x=1");
    }
  });

  test("stands behind the outputs of the cell that is named", () => {
    const text = edited(jupyterText([stream], [stream]), (s) => s.set("x", 1, { cell: 0 }));
    expect(text).toBe(jupyterText([stream, dataOf("x", 1)], [stream]));
  });

  test("brings outputs to a cell that has none", () => {
    const none = codeCell([]).replace('"outputs": [], ', "");
    const empty = codeCell([]).replace('"outputs": []', '"outputs": {}');
    for (const cell of [none, empty, codeCell([])]) {
      expect(seen(edited(notebookOf([cell]), (s) => s.set("x", 1, { cell: 0 })))).toBe("x=1");
    }
  });

  test("does not complete what it stands behind", () => {
    const display = { data: { "text/plain": "new" } };
    const text = edited(jupyterText([dataOf("x", 1)]), (session) =>
      session
        .rename("x", "y")
        .set("x", display, { encoder: "display", cell: 0 })
        .rename("y", "z")
        .rename("x", "y"),
    );
    expect(seen(text)).toBe("z=1 y=+new");
  });
});

test("changes of many cells keep what lies between them", () => {
  const cells = Array.from({ length: 20 }, (_, i) => [
    stream,
    dataOf(`s${i}`, i),
    displayOf(`s${i}`),
  ]);
  const text = edited(jupyterText(...cells), (session) => {
    for (let i = 0; i < 20; i += 2) session.remove(`s${i}`);
    for (let i = 1; i < 20; i += 2) session.set(`s${i}`, -i);
  });
  const wanted = cells.map((_, i) => (i % 2 === 0 ? [stream] : [stream, dataOf(`s${i}`, -i)]));
  expect(text).toBe(jupyterText(...wanted));
});

test("cells, outputs and data that occur twice are changed where they count", () => {
  const text = notebookText([]).replace(
    '"cells"',
    '"cells": [{"metadata": {}, "outputs": [{"data": 1}]}], "cells"',
  );
  const result = edited(text, (session) => session.set("x", 1));
  expect(seen(result)).toBe("x=1");
  expect(result).toContain('"outputs": [{"data": 1}]');
});
