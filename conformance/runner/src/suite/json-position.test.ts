import { expect, test } from "vitest";
import { explainSyntaxError } from "./json-position.ts";

const rows: readonly [text: string, explanation: string][] = [
  ["", "line 1, column 1: it ends early"],
  ["[", "line 1, column 2: it ends early"],
  ['{"a": 1', "line 1, column 8: it ends early"],
  ['{"a": [1, {"b": []}', "line 1, column 20: it ends early"],
  ['{"a": 1,}', 'line 1, column 9: unexpected "}"'],
  ["[1,]", 'line 1, column 4: unexpected "]"'],
  ["[1 2]", 'line 1, column 4: unexpected "2"'],
  ["[1}", 'line 1, column 3: unexpected "}"'],
  ['{"a" 1}', 'line 1, column 6: unexpected "1"'],
  ["{a: 1}", 'line 1, column 2: unexpected "a"'],
  ['{\n  "a": x\n}', 'line 2, column 8: unexpected "x"'],
  ['{"a": [], "b": {}, "c": "\\x"}', 'line 1, column 25: unexpected "\\""'],
  ["{} {}", 'line 1, column 4: unexpected "{"'],
  ["NaN", 'line 1, column 1: unexpected "N"'],
];

for (const [text, explanation] of rows) {
  test(`${JSON.stringify(text)} is explained`, () => {
    expect(() => JSON.parse(text)).toThrow();
    expect(explainSyntaxError(text)).toBe(`it is not JSON: ${explanation}`);
  });
}
