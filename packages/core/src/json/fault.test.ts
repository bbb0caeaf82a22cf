import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { damagedJson, encode, isJson, jsonText } from "../testing/json-text.ts";
import { findFault } from "./fault.ts";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("the fault of", () => {
  const faults: [latin1Text: string, code: string, offset: number, expected: string][] = [
    ["", "json-empty", 0, "a JSON value"],
    [" \n\t\r", "json-empty", 4, "a JSON value"],
    ["\xef\xbb\xbf", "json-empty", 3, "a JSON value"],
    ["\xef\xbb\xbf ", "json-empty", 4, "a JSON value"],
    ["\xef", "json-truncated", 1, "a byte order mark"],
    ["\xef\xbbx", "json-syntax", 2, "a byte order mark"],
    ["\xef\xbb\x80", "json-utf8", 2, "a byte order mark"],
    ["\xef\xbb\xbf\xef\xbb\xbf[]", "json-syntax", 3, "a JSON value"],
    ['{"a": 1', "json-truncated", 7, "`,` or `}`"],
    ["[1", "json-truncated", 2, "`,` or `]`"],
    ["[", "json-truncated", 1, "a JSON value"],
    ["{", "json-truncated", 1, "a key in double quotes"],
    ["[1,", "json-truncated", 3, "a JSON value"],
    ['{"a":1,', "json-truncated", 7, "a key in double quotes"],
    ['{"a"', "json-truncated", 4, "`:`"],
    ['{"a":', "json-truncated", 5, "a JSON value"],
    ['{"a', "json-truncated", 3, 'a character or `"`'],
    ["-", "json-truncated", 1, "a digit"],
    ["1.", "json-truncated", 2, "a digit"],
    ["1e", "json-truncated", 2, "a digit or sign"],
    ["1e+", "json-truncated", 3, "a digit"],
    ["1E-", "json-truncated", 3, "a digit"],
    ["tru", "json-truncated", 3, "`true`"],
    ['"a', "json-truncated", 2, 'a character or `"`'],
    ['"\\', "json-truncated", 2, 'one of `"\\/bfnrtu`'],
    ['"\\u12', "json-truncated", 5, "a hexadecimal digit"],
    ['"\xc3', "json-truncated", 2, "the rest of a UTF-8 character"],
    ['"\xf0\x9f\x98', "json-truncated", 4, "the rest of a UTF-8 character"],
    ["01", "json-syntax", 1, "the end"],
    ["-01", "json-syntax", 2, "the end"],
    ["1x", "json-syntax", 1, "the end"],
    ["[1x", "json-syntax", 2, "`,` or `]`"],
    ["+1", "json-syntax", 0, "a JSON value"],
    [".5", "json-syntax", 0, "a JSON value"],
    ["1.x", "json-syntax", 2, "a digit"],
    ["1ex", "json-syntax", 2, "a digit or sign"],
    ["1e+x", "json-syntax", 3, "a digit"],
    ["1e5x", "json-syntax", 3, "the end"],
    ["1.5.", "json-syntax", 3, "the end"],
    ["--1", "json-syntax", 1, "a digit"],
    ["-x", "json-syntax", 1, "a digit"],
    ["nul1", "json-syntax", 3, "`null`"],
    ["falsy", "json-syntax", 4, "`false`"],
    ["Nan", "json-syntax", 2, "`NaN`"],
    ["Inf1", "json-syntax", 3, "`Infinity`"],
    ["-Inf1", "json-syntax", 4, "`Infinity`"],
    ["-NaN", "json-syntax", 1, "a digit"],
    ["[1,]", "json-syntax", 3, "a JSON value"],
    ["[,1]", "json-syntax", 1, "a JSON value"],
    ['{"a":1,}', "json-syntax", 7, "a key in double quotes"],
    ["{,}", "json-syntax", 1, "a key in double quotes"],
    ["{a:1}", "json-syntax", 1, "a key in double quotes"],
    ['{"a" 1}', "json-syntax", 5, "`:`"],
    ["[1}", "json-syntax", 2, "`,` or `]`"],
    ['{"a":1]', "json-syntax", 6, "`,` or `}`"],
    ["{} x", "json-syntax", 3, "the end"],
    ["{}{}", "json-syntax", 2, "the end"],
    ["[]]", "json-syntax", 2, "the end"],
    ["1, [2]", "json-syntax", 1, "the end"],
    ['"a\n"', "json-syntax", 2, 'a character or `"`'],
    ['"\x1f"', "json-syntax", 1, 'a character or `"`'],
    ['"\\x"', "json-syntax", 2, 'one of `"\\/bfnrtu`'],
    ['"\\u12g4"', "json-syntax", 5, "a hexadecimal digit"],
    ["[\xa0]", "json-utf8", 1, "a JSON value"],
    ["[\xc3\xa4]", "json-syntax", 1, "a JSON value"],
    ["[\xc1]", "json-utf8", 1, "a JSON value"],
    ["[\xc2]", "json-syntax", 1, "a JSON value"],
    ["[\xf4]", "json-syntax", 1, "a JSON value"],
    ["[\xf5]", "json-utf8", 1, "a JSON value"],
    ["[\x7f]", "json-syntax", 1, "a JSON value"],
    ["[\x80]", "json-utf8", 1, "a JSON value"],
    ["\xff\xfe{\0", "json-utf8", 0, "a JSON value"],
    ['{\0"\0', "json-syntax", 1, "a key in double quotes"],
    ['"\x80"', "json-utf8", 1, "UTF-8"],
    ['"\xc1\x80"', "json-utf8", 1, "UTF-8"],
    ['"\xf5\x80\x80\x80"', "json-utf8", 1, "UTF-8"],
    ['"\xc3("', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xc3"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xe0\x9f\x80"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xe0\x80\x80"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xed\xa0\x80"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xf0\x8f\x80\x80"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xf4\x90\x80\x80"', "json-utf8", 2, "the rest of a UTF-8 character"],
    ['"\xe1\x80\xc0"', "json-utf8", 3, "the rest of a UTF-8 character"],
    ['"\xf1\x80\x80\x7f"', "json-utf8", 4, "the rest of a UTF-8 character"],
    ['"\xe0\xa0\xc3"', "json-utf8", 3, "the rest of a UTF-8 character"],
    ['"\xed\x80\x7f"', "json-utf8", 3, "the rest of a UTF-8 character"],
  ];
  for (const [text, code, offset, expected] of faults) {
    test(`${JSON.stringify(text)} is ${code} at byte ${offset}`, () => {
      expect(findFault(latin1(text), 10)).toEqual({ code, offset, expected });
    });
  }

  test("nesting over the limit is at the bracket that opens too deep", () => {
    const fault = { code: "json-depth", offset: 3, expected: "nesting no deeper than 2" };
    expect(findFault(latin1("[[ [1"), 2)).toEqual(fault);
    expect(findFault(latin1('[[ {"'), 2)).toEqual(fault);
    expect(findFault(latin1("[[]] x"), 2)?.code).toBe("json-syntax");
    expect(findFault(latin1("[[],[],{}]"), 2)).toBeUndefined();
  });
});

describe("a text without fault", () => {
  const texts = [
    ..."0 -0 10 -1.5e+10 1E-0 true false null NaN Infinity -Infinity".split(" "),
    '"\\u00e9\\uD800\\"\\\\\\/\\b\\f\\n\\r\\t"',
    '"\xc2\x80\xe0\xa0\x80\xed\x9f\xbf\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"',
    "\xef\xbb\xbf[]",
    " { } ",
    ' [ { "a" : [ ] , "b" : { } } , 1 ] ',
  ];
  for (const text of texts) {
    test(`is ${JSON.stringify(text)}`, () => {
      expect(findFault(latin1(text), 10)).toBeUndefined();
    });
  }
});

describe("the first byte that is wrong", () => {
  test("ends the longest beginning that could still become JSON", () => {
    fc.assert(
      fc.property(damagedJson, (bytes) => {
        const offset = findFault(bytes, 100)?.offset ?? bytes.length;
        expect(canBecomeJson(bytes.subarray(0, offset))).toBe(true);
        if (offset < bytes.length) expect(canBecomeJson(bytes.subarray(0, offset + 1))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test("is never in a text that is merely cut off", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), (json, cut) => {
        const bytes = encode(json);
        const piece = bytes.subarray(0, cut % (bytes.length + 1));
        const fault = findFault(piece, 100);
        if (fault !== undefined) expect(fault.offset).toBe(piece.length);
        expect(canBecomeJson(piece)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const tokenEndings = [
  "",
  ...["rue", "ue", "e", "alse", "lse", "se", "ull", "ll", "l", "aN", "N"],
  ...["nfinity", "finity", "inity", "nity", "ity", "ty", "y"],
  ...["0", '"', 'n"', '0000"', '000"', '00"', '0"', '\x80"', '\x80\x80"', '\x80\x80\x80"'],
  ...['\x90\x80\x80"', '\xa0\x80"', "\xbb\xbf", "\xbf"],
];
const structureEndings = ["", "0", ":0", '"":0'];

/** Whether some ending makes JSON of `bytes`; endings are tried, the platform judges. */
function canBecomeJson(bytes: Uint8Array): boolean {
  const begun = [...bytes].map((byte) => String.fromCharCode(byte)).join("");
  for (const token of tokenEndings) {
    for (const structure of structureEndings) {
      const text = begun + token + structure;
      const candidate = latin1(text + closersOf(text));
      const isMarked = candidate[0] === 0xef && candidate[1] === 0xbb && candidate[2] === 0xbf;
      if (isJson(isMarked ? candidate.subarray(3) : candidate)) return true;
    }
  }
  return false;
}

function closersOf(text: string): string {
  const closers: string[] = [];
  for (const letter of text.replace(/"(?:[^"\\]|\\.)*"/gs, "")) {
    if (letter === "{") closers.unshift("}");
    else if (letter === "[") closers.unshift("]");
    else if (letter === "}" || letter === "]") closers.shift();
  }
  return closers.join("");
}
