import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notebook } from "../edit/testing/random-notebook.ts";
import { scan } from "../json/scan.ts";
import type { ScanEngine, Tape } from "../json/tape.ts";
import type { CellTape } from "../outline/cells.ts";
import { type OutlineOptions, readOutline } from "../outline/read-outline.ts";
import type { Region } from "../outline/region.ts";
import { encode } from "../testing/json-text.ts";
import { simdEngine } from "./engine.ts";

const engine = simdEngine() as ScanEngine;

/** All that reading keeps of a notebook, or the error. */
function outlineOf(bytes: Uint8Array, tape: Tape, options: OutlineOptions): string {
  const regions = new Map<Uint8Array, number>();
  try {
    const { nbformat, metadata, papermill, bearing, cells } = readOutline(bytes, tape, options);
    return JSON.stringify({ nbformat, metadata, papermill, bearing, cells }, (key, value) => {
      if (key !== "region") return value;
      const { offset, plain, bytes } = value as Region;
      if (!regions.has(bytes)) regions.set(bytes, sumOf(bytes));
      return [offset, plain, bytes.length, regions.get(bytes)];
    });
  } catch (error) {
    return String(error);
  }
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) | 0;
  return sum;
}

/** Expects the engine to find what the walk finds. Gives whether it found anything by itself. */
function compare(text: string): boolean {
  const bytes = encode(text);
  let found = false;
  for (const retain of ["file", "parts"] as const) {
    for (const codeLines of [true, false]) {
      const options = { retain, codeLines };
      const tape = engine(bytes, { lend: true });
      const { findCells } = tape as CellTape;
      const told: CellTape = {
        ...tape,
        findCells: (context, list) => {
          const cells = findCells?.(context, list);
          found ||= cells !== undefined;
          return cells;
        },
      };
      expect(outlineOf(bytes, told, options)).toBe(outlineOf(bytes, scan(bytes), options));
    }
  }
  return found;
}

const key = "application/scrapbook.scrap.json+json";
const payload = '{"name":"x","data":[1,{"a":2}],"encoder":"json","version":1}';
const output = (members: string) => `{"output_type":"display_data",${members}}`;
const bearing = output(`"data":{"${key}":${payload}},"metadata":{"scrapbook":{"name":"x"}}`);
const cell = (outputs: string, more = "") =>
  `{"cell_type":"code","metadata":{},"source":["a",\n"b"],"outputs":${outputs}${more}}`;
const notebookOf = (...cells: string[]) =>
  `{"cells": [ ${cells.join(" , ")} ],"metadata":{},"nbformat":4,"nbformat_minor":5}`;

describe("an engine finds by itself", () => {
  test.each([
    ["no cells", notebookOf()],
    ["a cell without outputs", notebookOf(cell("[ ]"), cell("[\n]"))],
    ["a cell that has none to have", notebookOf('{"cell_type":"markdown","metadata":{}}')],
    ["a scrap", notebookOf(cell(`[${bearing}]`), cell(`[\n${bearing} ,\t${bearing}\r\n]`))],
    ["a display", notebookOf(cell(`[${output('"metadata":{"scrapbook":{"display":true}}')}]`))],
    ["papermill's mark", notebookOf(cell(`[${output('"metadata":{"papermill":{"name":"x"}}')}]`))],
    [
      "an error",
      notebookOf(cell('[{"output_type":"error","ename":"E","evalue":"","traceback":[]}]')),
    ],
    ["an error without parts", notebookOf(cell('[{"output_type":"error"}]'))],
    ["an error that bears", notebookOf(cell(`[${bearing.replace("display_data", "error")}]`))],
    [
      "a record",
      notebookOf(cell(`[${output('"data":{"application/papermill.record/text":{"x":1}}')}]`)),
    ],
    ["a payload that is none", notebookOf(cell(`[${output(`"data":{"${key}":[1]}`)}]`))],
    ["an empty payload", notebookOf(cell(`[${output(`"data":{"${key}":{ }}`)}]`))],
    [
      "keys that repeat",
      notebookOf(
        cell(`[${output(`"data":{},"data":{"${key}":1,"${key}":{"name":1,"name":"x"}}`)}]`),
      ),
    ],
    [
      "long keys",
      notebookOf(
        cell(`[${output(`"data":{"${"k".repeat(80)}":1,"${key}${"k".repeat(80)}":{}}`)}]`),
      ),
    ],
    [
      "what almost bears",
      notebookOf(
        cell(
          `[${output('"data":{"application/scrapbook.scra":{},"application/papermill.recor":{}}')}]`,
        ),
      ),
    ],
    [
      "counts and times",
      notebookOf(cell("[]", ',"execution_count": 12 ,"metadata":{"papermill":{"a":1}}')),
    ],
    ["another type of cell", notebookOf(cell(`[${bearing}]`).replace('"code"', '"codes"'))],
    ["a type that is no text", notebookOf(cell(`[${bearing}]`).replace('"code"', "[1]"))],
  ])("%s", (_, text) => {
    expect(compare(text)).toBe(true);
  });
});

describe("an engine leaves to the walk", () => {
  test.each([
    ["a cell that is no object", notebookOf(cell("[]"), "1")],
    ["a cell without metadata", notebookOf('{"cell_type":"code"}')],
    ["metadata that are no object", notebookOf('{"metadata":[]}')],
    ["outputs that are no list", notebookOf(cell("{}"), cell('"x"'))],
    ["an output that is no object", notebookOf(cell(`[${bearing},null]`))],
    ["data that are no object", notebookOf(cell(`[${output('"data":[]')}]`))],
    ["an output's metadata that are no object", notebookOf(cell(`[${output('"metadata":1')}]`))],
    ["a key with an escape", notebookOf(cell(`[${output('"d\\u0061ta":{}')}]`))],
    ["a cell's key with an escape", notebookOf('{"met\\u0061data":{}}')],
    ["an output's type with an escape", notebookOf(cell('[{"output_type":"err\\u006fr"}]'))],
    [
      "a cell's type with an escape",
      notebookOf(cell(`[${bearing}]`).replace('"code"', '"c\\u006fde"')),
    ],
  ])("%s", (_, text) => {
    expect(compare(text)).toBe(false);
  });

  test("more cells than it has room for", () => {
    expect(compare(notebookOf(...Array.from({ length: 8_192 }, () => cell("[]"))))).toBe(true);
    expect(compare(notebookOf(...Array.from({ length: 8_193 }, () => cell("[]"))))).toBe(false);
  });

  test.each([20, 5_000])("more scraps than it has room for, with %d outputs in a cell", (count) => {
    const outputs = `[${Array.from({ length: count }, () => bearing).join()}]`;
    const many = Array.from({ length: Math.ceil(5_000 / count) }, () => cell(outputs));
    expect(compare(notebookOf(...many))).toBe(false);
  });

  test("a payload with more members than it has room for", () => {
    const members = Array.from({ length: 20_000 }, (_, i) => `"${i}":1`).join();
    expect(compare(notebookOf(cell(`[${output(`"data":{"${key}":{${members}}}`)}]`)))).toBe(false);
  });

  test("a notebook that is longer than its memory", () => {
    const long = (length: number) =>
      notebookOf(cell(`[${bearing}]`), cell("[]", `,"a":"${"x".repeat(length)}"`));
    expect(compare(long(4_190_000))).toBe(true);
    expect(compare(long(4_200_000))).toBe(false);
  });

  test("a notebook with a byte order mark is walked in place", () => {
    expect(compare(`\ufeff${notebookOf(cell(`[${bearing}]`))}`)).toBe(true);
  });
});

describe("whatever a notebook is like", () => {
  test("an engine finds what the walk finds", () => {
    let found = 0;
    fc.assert(
      fc.property(notebook, (text) => {
        if (compare(text)) found++;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test("an engine finds what the walk finds where something is replaced", () => {
    const words = ["{}", "[]", "1", '"x"', "null", '"metadata"', '"data"', '"outputs"', '"error"'];
    const change = fc.tuple(fc.nat(), fc.constantFrom(...words, '"\\u0064ata"', `"${key}"`));
    fc.assert(
      fc.property(notebook, fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
        const tokens = text.match(/"(?:[^"\\]|\\.)*"|[^"]+/g) ?? [];
        for (const [at, word] of changes) {
          const strings = tokens.flatMap((token, place) => (token[0] === '"' ? [place] : []));
          const place = strings[at % Math.max(1, strings.length)];
          if (place === undefined) continue;
          const isKey = /^\s*:/.test(tokens[place + 1] ?? "");
          if (!isKey || word.startsWith('"')) tokens[place] = word;
        }
        compare(tokens.join(""));
      }),
      { numRuns: 400 },
    );
  });
});

test("bytes that lie where they would be copied to are scanned there", () => {
  const { buffer } = engine as { buffer: Uint8Array };
  const bytes = encode(notebookOf(cell(`[${bearing}]`)));
  buffer.set(bytes);
  const there = buffer.subarray(0, bytes.length);
  const options = { retain: "parts" } as const;
  const read = outlineOf(there, engine(there, { lend: true }), options);
  expect(read).toBe(outlineOf(bytes, scan(bytes), options));
});
