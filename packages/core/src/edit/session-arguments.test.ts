import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { output } from "../testing/notebook-text.ts";
import { type EditSession, edit } from "./session.ts";
import { dataOf, edited, jupyterText } from "./testing/edited.ts";

const text = jupyterText([dataOf("x", 1)]);

describe("a session refuses", () => {
  const scrap = parseNotebook(text).scraps.get("x");
  test.each<[what: string, change: (session: EditSession) => unknown, message: string]>([
    ["set", (s) => s.set("x", 1, { dispaly: "keep" } as never), 'Did you mean "display"?'],
    [
      "set",
      (s) => s.set("x", 1, { display: "kep" as never }),
      'got "kep", expected "drop", "keep"',
    ],
    ["set", (s) => s.set("x", 1, { cell: "3" as never }), "The option cell of session.set"],
    ["set", (s) => s.set("x", 1, "json" as never), "takes its options as an object"],
    ["set", (s) => s.set("x", 1, { nonFinite: "nul" as never }), 'expected "error", "null"'],
    ["rename", (s) => s.rename("x", "y", { overwrit: true } as never), 'mean "overwrite"?'],
    ["copy", (s) => s.copy(s.notebook as never), "got a Notebook, expected { from, name }"],
    ["copy", (s) => s.copy({ from: s.notebook } as never), "was not told which scrap"],
    ["copy", (s) => s.copy({ from: s.notebook, nam: "x" } as never), 'Did you mean "name"?'],
    [
      "copy",
      (s) => s.copy({ from: "a.ipynb", name: "x" } as never),
      "expected a notebook that was",
    ],
    ["copy", (s) => s.copy({ from: scrap, name: "y" } as never), "a name beside a scrap"],
  ])("arguments of %s that are slips (%#)", (_what, change, message) => {
    const session = edit(text);
    expect(() => change(session)).toThrow("[usage-argument] ");
    expect(() => change(session)).toThrow(message);
    expect(session.edits()).toEqual([]);
  });

  test.each([
    [{ strikt: true }, 'edit has no option "strikt"'],
    [{ trace: { when: "now" } }, 'trace has no option "when". There are: at, note.'],
    [{ nonFinite: "nul" }, 'expected "error", "null", "string" or "literal"'],
  ])("options that are slips (%#)", (options, message) => {
    expect(() => edit(text, options as never)).toThrow(message);
  });
});

describe("numbers that are not finite", () => {
  test("are refused with the option that allows them", () => {
    expect(() => edit(text).set("x", { a: Number.NaN })).toThrow(
      '[json-non-finite] The scrap "x" cannot be written: A number is not finite (#/a): got NaN. Set { nonFinite: "null" }, "string" or "literal" to write it.',
    );
  });

  test("become what set is told, else what edit was told", () => {
    const changed = edited(
      text,
      (session) => session.set("a", [Number.NaN]).set("b", [Number.NaN], { nonFinite: "literal" }),
      { nonFinite: "null" },
    );
    const { scraps } = parseNotebook(changed);
    expect([scraps.value("a"), scraps.value("b")]).toEqual([[null], [Number.NaN]]);
  });
});

describe("a display given as bytes", () => {
  const shown = output(
    {
      "image/png": '"AP8B\\n"',
      "image/svg+xml": '["<svg>", "ü</svg>"]',
      "application/json": '{"a": 1.0}',
      "text/plain": '"shown"',
    },
    '{"scrapbook": {"name": "y", "display": true, "data": false}}',
  );

  test("is stored as it was read, whatever its type", () => {
    const from = parseNotebook(
      `{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [${shown}], "source": "", "execution_count": 1}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}`,
    ).scraps.get("y");
    const data = Object.fromEntries(from?.mimeTypes.map((mime) => [mime, from.bytes(mime)]) ?? []);
    const changed = edited(text, (session) => session.set("x", 2, { display: { data } }));
    expect(parseNotebook(changed).scraps.get("x")?.display?.data).toMatchObject({
      "image/png": "AP8B",
      "image/svg+xml": "<svg>ü</svg>",
      "application/json": { a: 1 },
      "text/plain": "shown",
    });
  });

  test("is refused where its type is JSON and it is none", () => {
    const display = { data: { "application/json": Uint8Array.of(0x7b) } };
    expect(() => edit(text).set("x", 1, { display })).toThrow("json-truncated");
  });
});
