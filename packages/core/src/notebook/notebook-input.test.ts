import { expect, test } from "vitest";
import { edit } from "../edit/session.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import type { NotebookInput } from "./notebook-input.ts";
import { parseNotebook } from "./parse-notebook.ts";

const text = notebookText([dataOutput("x", "1")]);
const bytes = new TextEncoder().encode(text);
const padded = Uint8Array.of(0, ...bytes, 0);

test.each<[what: string, input: NotebookInput]>([
  ["text", text],
  ["bytes", bytes],
  ["a buffer", bytes.buffer],
  ["bytes within a buffer", padded.subarray(1, -1)],
  ["a view of another kind", new DataView(padded.buffer, 1, bytes.length) as never],
  ["a parsed notebook", JSON.parse(text)],
])("a notebook is read and edited from %s", (_what, input) => {
  expect(parseNotebook(input).value("x")).toBe(1);
  expect(parseNotebook(edit(input).set("x", 2).toBytes()).value("x")).toBe(2);
});

test.each<[what: string, input: unknown, message: string]>([
  ["a promise", Promise.resolve(text), "got a Promise, expected bytes, text or a parsed notebook"],
  ["a promise", Promise.resolve(text), "Await it first."],
  ["a blob", new Blob([text]), "got a Blob"],
  ["a blob", new Blob([text]), "Pass what its arrayBuffer() resolves to."],
  ["a response", new Response(text), "Pass what its arrayBuffer() resolves to."],
  ["a notebook", parseNotebook(text), "It is a notebook that was read already"],
  ["a path", "out/AAA.ipynb", 'got "out/AAA.ipynb"'],
  ["a path", "AAA.ipynb", "readNotebook of @scrapbook/node-io"],
  ["a map", new Map(), "got a Map"],
  ["a function", () => text, "got a function"],
  ["a number", 7, "got 7"],
  ["nothing", undefined, "got undefined"],
])("%s is refused, saying what to do (%#)", (_what, input, message) => {
  for (const read of [parseNotebook, edit]) {
    expect(() => read(input as never)).toThrow("[usage-argument] ");
    expect(() => read(input as never)).toThrow(message);
  }
});

test("a text that is no notebook does not come into the message", () => {
  for (const secret of ["secret ".repeat(20), `${"secret ".repeat(20)}.ipynb`]) {
    expect(() => parseNotebook(secret)).toThrow(/^(?!.*secret)/);
  }
});

test.each([
  [{ strikt: true }, 'parseNotebook has no option "strikt". Did you mean "strict"?'],
  [{ encoders: "pandas" }, "expected a list of encoders, such as [pandas()]"],
  [{ encoders: ["pandas"] }, 'got "pandas", expected a list of encoders'],
  [{ maxDepth: 0 }, "got 0, expected a whole number, 1 or more"],
  ["AAA.ipynb", "parseNotebook takes its options as an object"],
])("options are checked (%#)", (options, message) => {
  expect(() => parseNotebook(text, options as never)).toThrow(message);
});
