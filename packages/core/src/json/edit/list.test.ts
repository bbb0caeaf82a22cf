import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import { scan } from "../scan.ts";
import type { Span } from "../span.ts";
import { arrayElements, rootValue, spanOf } from "../walk.ts";
import { applyEdits, joinPieces } from "./apply.ts";
import type { Layout } from "./layout.ts";
import { listEdits } from "./list.ts";

const indented: Layout = { indent: " ", newline: "\n", comma: ", ", colon: ": ", sorted: true };
const minified: Layout = { indent: "", newline: "\n", comma: ",", colon: ":", sorted: true };

/** An array without the elements at `removed`, with the texts of `inserted` before a place. */
function edited(
  text: string,
  removed: readonly number[],
  inserted: readonly (readonly [before: number, text: string])[],
  layout: Layout = minified,
  margin?: string,
): string {
  const bytes = utf8Encoder.encode(text);
  const tape = scan(bytes);
  const root = rootValue(bytes, tape);
  const items: Span[] = [];
  arrayElements(bytes, tape, root.valueIndex, (element) => {
    items.push(spanOf(element));
  });
  const list = { span: spanOf(root), items, margin };
  const insertions = inserted.map(([before, one]) => ({ before, text: one }));
  const edits = listEdits(bytes, list, new Set(removed), insertions, layout);
  return utf8Decoder.decode(joinPieces(applyEdits(bytes, edits)));
}

describe("listEdits", () => {
  const removals: [text: string, removed: number[], result: string][] = [
    ["[1]", [0], "[]"],
    ["[ 1 , 2 ]", [0], "[ 2 ]"],
    ["[ 1 , 2 ]", [1], "[ 1 ]"],
    ["[1, 2, 3]", [1], "[1, 3]"],
    ["[1, 2, 3, 4]", [0, 1, 3], "[3]"],
    ["[\n 1,\n 2,\n 3\n]", [0, 2], "[\n 2\n]"],
    ["[\n 1,\n 2\n]", [0, 1], "[]"],
    ["[ ]", [], "[ ]"],
  ];
  test.each(removals)("%j without elements %j is %j", (text, removed, result) => {
    expect(edited(text, removed, [])).toBe(result);
  });

  test("puts new elements in as those beside them stand", () => {
    expect(edited("[1,2]", [], [[1, "9"]])).toBe("[1,9,2]");
    expect(edited("[1, 2]", [], [[2, "9"]])).toBe("[1, 2, 9]");
    expect(edited("[\n  1,\n  2\n]", [], [[0, "9"]], indented)).toBe("[\n  9,\n  1,\n  2\n]");
    expect(edited("[\n  1\n]", [], [[1, "[8,9]"]], indented)).toBe(
      "[\n  1,\n  [\n   8,\n   9\n  ]\n]",
    );
  });

  test("puts new elements into an empty list as the file is laid out", () => {
    expect(
      edited(
        "[]",
        [],
        [
          [0, "1"],
          [0, "2"],
        ],
      ),
    ).toBe("[1,2]");
    expect(edited("[ ]", [], [[0, "1"]], indented, " ")).toBe("[\n  1\n ]");
    expect(edited("[1]", [0], [[1, "2"]])).toBe("[2]");
    expect(
      edited(
        "[\n   1\n ]",
        [0],
        [
          [0, "2"],
          [1, "3"],
        ],
        indented,
        " ",
      ),
    ).toBe("[\n   2,\n   3\n ]");
  });

  test("gives what removing and inserting in an array gives", () => {
    const space = fc.constantFrom("", " ", "\n ", "\r\n\t");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(space, fc.boolean(), fc.nat(2), space), { maxLength: 6 }),
        fc.nat(2),
        fc.constantFrom(indented, minified),
        fc.option(fc.constantFrom("", "  "), { nil: undefined }),
        (elements, atEnd, layout, margin) => {
          const text = `[${elements.map(([a, , , b], i) => `${a}${i}${b}`).join()}]`;
          const removed = elements.flatMap(([, isRemoved], i) => (isRemoved ? [i] : []));
          const inserted: [number, string][] = [];
          const wanted: number[] = [];
          const insert = (before: number, count: number): void => {
            for (let k = 0; k < count; k++) {
              const value = 100 + inserted.length;
              wanted.push(value);
              inserted.push([before, String(value)]);
            }
          };
          for (const [i, [, isRemoved, count]] of elements.entries()) {
            insert(i, count);
            if (!isRemoved) wanted.push(i);
          }
          insert(elements.length, atEnd);
          expect(JSON.parse(edited(text, removed, inserted, layout, margin))).toEqual(wanted);
        },
      ),
    );
  });
});
