import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { utf8Decoder } from "../platform.ts";
import { encode, stringLiteral } from "../testing/json-text.ts";
import { decodeString } from "./string-literal.ts";

const decode = (literal: string) => {
  const bytes = encode(`[${literal}]`);
  return decodeString(bytes, 1, bytes.length - 1);
};

describe("decodeString", () => {
  const literals: [literal: string, text: string][] = [
    ['""', ""],
    ['"a"', "a"],
    ['"name"', "name"],
    ['"\\u006eame"', "name"],
    ['"application/scrapbook.scrap.json+json"', "application/scrapbook.scrap.json+json"],
    ['"application/scrapbook.scrap.text+json"', "application/scrapbook.scrap.text+json"],
    ['"é"', "é"],
    ['"Ã©"', "Ã©"],
    ['"\ufeff"', "\ufeff"],
    ['"a\\/b\\n"', "a/b\n"],
    ['"\\ud800"', "\ud800"],
    [`"${"x".repeat(64)}"`, "x".repeat(64)],
    [`"${"x".repeat(65)}"`, "x".repeat(65)],
    [`"${"x".repeat(100)}\\t"`, `${"x".repeat(100)}\t`],
  ];
  for (const [literal, text] of literals) {
    test(`gives the text of ${literal.slice(0, 50)}, the first time and again`, () => {
      expect(decode(literal)).toBe(text);
      expect(decode(literal)).toBe(text);
    });
  }

  const counts: [title: string, literals: string[], decodings: number][] = [
    ["a short key once", ['"short key"'], 1],
    ["a key of 64 letters once", [`"${"k".repeat(64)}"`], 1],
    ["a key of 65 letters each time", [`"${"k".repeat(65)}"`], 4],
    ["a key beyond ASCII each time", ['"clé"'], 4],
    ["a key with an escape each time", ['"a\\tb"'], 4],
    ["the empty text never", ['""'], 0],
    [
      "MIME types that differ in their encoder once each",
      ['"a/b.json+json"', '"a/b.text+json"'],
      2,
    ],
  ];
  for (const [title, literals, decodings] of counts) {
    test(`decodes ${title}`, () => {
      const decoder = vi.spyOn(utf8Decoder, "decode");
      for (let time = 0; time < 4; time++) for (const literal of literals) decode(literal);
      expect(decoder).toHaveBeenCalledTimes(decodings);
      decoder.mockRestore();
    });
  }

  test("gives what JSON.parse gives, whatever it has read before", () => {
    fc.assert(
      fc.property(fc.array(stringLiteral, { minLength: 1, maxLength: 20 }), (literals) => {
        for (const literal of [...literals, ...literals]) {
          expect(decode(literal)).toBe(JSON.parse(literal));
        }
      }),
    );
  });

  test("tells apart texts that differ in one letter only", () => {
    const word = "abcdefghijklmno";
    for (let place = 0; place < word.length; place++) {
      for (const letter of ["x", "y", "é"]) {
        const text = word.slice(0, place) + letter + word.slice(place + 1);
        expect(decode(`"${text}"`)).toBe(text);
      }
    }
  });
});
