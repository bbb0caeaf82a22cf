import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import {
  dataOutput,
  displayOutput,
  jsonMime,
  notebookText,
  output,
  payload,
  streamOutput,
} from "../testing/notebook-text.ts";
import type { MergeMode } from "./merge.ts";

/** `x=1+show` per scrap: name, data, and whether it is shown. */
function read(text: string, merge: MergeMode, strict = true): string {
  const { scraps } = parseNotebook(text, { merge, strict });
  return [...scraps.values()]
    .map(({ name, data, display }) => {
      const shown = display === undefined ? "" : `+${display.data["text/plain"] ?? "?"}`;
      return `${name}=${data === undefined ? "" : String(data)}${shown}`;
    })
    .join(" ");
}

const combined = (name: string, data: string, show: string) =>
  output(
    { [jsonMime]: payload(name, data), "text/plain": `"${show}"` },
    `{"scrapbook": {"name": "${name}", "display": true}}`,
  );
const both = output({ [jsonMime]: payload("x", "1"), [`${jsonMime}2`]: payload("y", "2") });
const twice = output({ [jsonMime]: payload("x", "1"), [`${jsonMime}2`]: payload("x", "2") });
const yShowsX = output(
  { [jsonMime]: payload("y", "2"), "text/plain": '"b"' },
  '{"scrapbook": {"name": "x", "display": true}}',
);
const bad = output({ [jsonMime]: '{"name": "x", "data": 1, "encoder": "json"}' });
const nameless = output({ [jsonMime]: '{"data": 1, "encoder": "json", "version": 1}' });

describe("merging", () => {
  const table: [string, string[][], string, string][] = [
    ["data alone", [[dataOutput("x", "1")]], "x=1", "x=1"],
    ["display alone", [[displayOutput("x", "a")]], "x=+a", "x=+a"],
    ["both in one output", [[combined("x", "1", "a")]], "x=1+a", "x=1+a"],
    [
      "display right after data",
      [[dataOutput("x", "1"), displayOutput("x", "a")]],
      "x=1+a",
      "x=+a",
    ],
    ["data after display", [[displayOutput("x", "a"), dataOutput("x", "1")]], "x=1", "x=1"],
    [
      "a stream between",
      [[dataOutput("x", "1"), streamOutput, displayOutput("x", "a")]],
      "x=+a",
      "x=+a",
    ],
    [
      "two displays after data",
      [[dataOutput("x", "1"), displayOutput("x", "a"), displayOutput("x", "b")]],
      "x=+b",
      "x=+b",
    ],
    [
      "a display after both in one",
      [[combined("x", "1", "a"), displayOutput("x", "b")]],
      "x=1+b",
      "x=+b",
    ],
    [
      "other data between",
      [[dataOutput("x", "1"), dataOutput("y", "2"), displayOutput("x", "a")]],
      "x=+a y=2",
      "x=+a y=2",
    ],
    ["one of two names shown", [[both, displayOutput("x", "a")]], "x=1+a y=2", "x=+a y=2"],
    ["other data beside the display", [[dataOutput("x", "1"), yShowsX]], "x=+b y=2", "x=+b y=2"],
    ["the next cell", [[dataOutput("x", "1")], [displayOutput("x", "a")]], "x=+a", "x=+a"],
    ["one name twice in one output", [[twice, displayOutput("x", "a")]], "x=2+a", "x=+a"],
    [
      "a later value at the first one's place",
      [[dataOutput("x", "1"), dataOutput("y", "2"), dataOutput("x", "3")]],
      "x=3 y=2",
      "x=3 y=2",
    ],
    [
      "a null value that is shown",
      [[dataOutput("x", '"null"'), displayOutput("x", "a")]],
      "x=null+a",
      "x=+a",
    ],
  ];
  for (const [title, cells, complete, reference] of table) {
    test(`reads ${title}`, () => {
      expect(read(notebookText(...cells), "complete")).toBe(complete);
      expect(read(notebookText(...cells), "reference")).toBe(reference);
    });
  }

  const lenient: [string, string[], string, string][] = [
    ["a bad value hides an older one", [dataOutput("x", "1"), bad], "", ""],
    ["a bad value is not completed", [bad, displayOutput("x", "a")], "", "x=+a"],
    [
      "a later good value has the bad one's place",
      [bad, dataOutput("y", "2"), dataOutput("x", "3")],
      "x=3 y=2",
      "x=3 y=2",
    ],
    ["a nameless payload hides nothing", [dataOutput("x", "1"), nameless], "x=1", "x=1"],
  ];
  for (const [title, outputs, complete, reference] of lenient) {
    test(`${title} when reading leniently`, () => {
      expect(read(notebookText(outputs), "complete", false)).toBe(complete);
      expect(read(notebookText(outputs), "reference", false)).toBe(reference);
    });
  }
});
