import { describe, expect, test } from "vitest";
import { isScrapbookError } from "../error/error.ts";
import { readContext } from "../notebook/read-options.ts";
import { utf8Encoder } from "../platform.ts";
import { notebookOf } from "../testing/notebook-text.ts";
import { checkResult } from "./check.ts";
import type { Plan } from "./plan.ts";
import { edit } from "./session.ts";
import { dataOf, jupyterText } from "./testing/edited.ts";

const text = jupyterText([dataOf("x", 1)]);
const bytes = utf8Encoder.encode(text);

const bearers = new Map([["x", 1]]);

/** A plan that puts one text in the place of another. */
function plan(old: string, put: string): Plan {
  const start = utf8Encoder.encode(text.slice(0, text.indexOf(old))).length;
  const end = start + utf8Encoder.encode(old).length;
  return { edits: [{ start, end, bytes: utf8Encoder.encode(put) }], cells: new Set(), kept: [] };
}

describe("checkResult", () => {
  const faults: [name: string, old: string, put: string][] = [
    ["is no JSON", '"data": 1', '"data": '],
    ["is no notebook", '"nbformat": 4', '"nbformat": 3'],
    ["has a cell without metadata", '"metadata": {},\n   "outputs"', '"outputs"'],
    ["lacks the scrap", '"name": "x",\n       "version"', '"name": "y",\n       "version"'],
    ["has another encoder", '"encoder": "json"', '"encoder": "odd"'],
    ["shows the scrap", '"display": false', '"display": true'],
  ];
  test.each(faults)("refuses a result that %s", (_, old, put) => {
    const scraps = new Map([["x", { encoder: "json", isShown: false }]]);
    const expected = { scraps, bearers };
    expect(() => checkResult(bytes, plan(old, put), expected, readContext())).toThrow(
      "notebook-result-invalid",
    );
    expect(() =>
      checkResult(bytes, plan('"data": 1', '"data": 2'), expected, readContext()),
    ).not.toThrow();
  });

  test("refuses a result that still holds what was removed", () => {
    expect(() =>
      checkResult(
        bytes,
        plan("1", "1"),
        { scraps: new Map([["x", undefined]]), bearers },
        readContext(),
      ),
    ).toThrow("notebook-result-invalid");
  });

  test("refuses edits that overlap", () => {
    const { edits } = plan('"data": 1', '"data": 2');
    const twice = { edits: [...edits, ...edits], cells: new Set<number>(), kept: [] };
    expect(() => checkResult(bytes, twice, { scraps: new Map(), bearers }, readContext())).toThrow(
      "notebook-result-invalid",
    );
  });
});

test("a value that would be nested too deeply is refused and says why", () => {
  let deep: unknown = 1;
  for (let i = 0; i < 9_996; i++) deep = [deep];
  const session = edit(notebookOf([])).set("x", deep);
  try {
    session.edits();
    expect.unreachable();
  } catch (error) {
    expect(isScrapbookError(error) && error.code).toBe("notebook-result-invalid");
    expect((error as Error & { cause: { code: string } }).cause.code).toBe("json-depth");
  }
});
