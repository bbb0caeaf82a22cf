import { describe, expect, test } from "vitest";
import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import { scan } from "../scan.ts";
import { rootValue } from "../walk.ts";
import { detectLayout, type Layout, layOut, marginAt } from "./layout.ts";
import { membersOf } from "./object.ts";

function layoutOf(text: string): Layout {
  const bytes = utf8Encoder.encode(text);
  const tape = scan(bytes);
  return detectLayout(bytes, membersOf({ bytes, tape }, rootValue(bytes, tape)));
}

function laid(text: string, like: string, margin: string | undefined): string {
  return utf8Decoder.decode(layOut(text, layoutOf(like), margin));
}

const jupyter = '{\n "a": [],\n "b": 1\n}';

describe("detectLayout", () => {
  const table: [name: string, text: string, layout: Layout][] = [
    ["Jupyter's", jupyter, { indent: " ", newline: "\n", comma: ", ", colon: ": ", sorted: true }],
    [
      "tabs and CR LF",
      '{\r\n\t"b": 1,\r\n\t"a": 2\r\n}',
      { indent: "\t", newline: "\r\n", comma: ", ", colon: ": ", sorted: false },
    ],
    [
      "minified",
      '{"b":1,"a":2}',
      { indent: "", newline: "\n", comma: ",", colon: ":", sorted: false },
    ],
    [
      "Python's default",
      '{"a": 1, "b": 2}',
      { indent: "", newline: "\n", comma: ", ", colon: ": ", sorted: true },
    ],
    [
      "lines without indentation",
      '{\n"a":1\n}',
      { indent: "", newline: "\n", comma: ",", colon: ":", sorted: true },
    ],
    [
      "old Macs'",
      '{\r "a": 1\r}',
      { indent: " ", newline: "\r", comma: ", ", colon: ": ", sorted: true },
    ],
  ];
  test.each(table)("knows %s layout", (_, text, layout) => {
    expect(layoutOf(text)).toEqual(layout);
  });
});

describe("layOut", () => {
  test("writes an element a line where there is a margin, as Jupyter", () => {
    const text = '{"a":[1 , 2],"b":{},"c":[ ],"d":"x, [y]"}';
    expect(laid(text, jupyter, "  ")).toBe(
      '{\n   "a": [\n    1,\n    2\n   ],\n   "b": {},\n   "c": [],\n   "d": "x, [y]"\n  }',
    );
  });

  test("writes one line where there is none", () => {
    expect(laid('{"a" : [1,\n2]}', '{"a":1,"b":2}', undefined)).toBe('{"a":[1,2]}');
    expect(laid('{"a":[1,2]}', '{"a": 1, "b": 2}', undefined)).toBe('{"a": [1, 2]}');
  });

  test("keeps every token as it is", () => {
    const tokens = '[1.0,-0,NaN,-Infinity,1E400,"\\u00e9\\\\","\\\\\\"",true,null]';
    expect(laid(tokens, '{"a":1,"b":2}', undefined)).toBe(tokens);
  });

  test("keeps what is nested very deeply in one line", () => {
    const text = "[".repeat(5_000) + "]".repeat(5_000);
    expect(laid(text, jupyter, "").length).toBeLessThan(40_000);
    expect(laid(text, jupyter, "").replace(/\s/g, "")).toBe(text);
  });

  test("writes long texts in chunks without losing anything", () => {
    const text = JSON.stringify(Array.from({ length: 30_000 }, (_, i) => `😀${i}`));
    expect(laid(text, '{"a":1,"b":2}', undefined)).toBe(text);
  });
});

test("a margin is the white space that a line starts with, and nothing else", () => {
  const bytes = utf8Encoder.encode('{\n \t"a": 1}');
  expect(marginAt(bytes, 4)).toBe(" \t");
  expect(marginAt(bytes, 9)).toBeUndefined();
  expect(marginAt(bytes, 0)).toBeUndefined();
});
