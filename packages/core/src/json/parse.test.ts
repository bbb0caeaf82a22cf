import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  damagedJson,
  encode,
  isJson,
  jsonText,
  plainAtom,
  platformValue,
  textOf,
} from "../testing/json-text.ts";
import { parseJson, parsePiece } from "./parse.ts";
import type { ParseOptions } from "./parse-options.ts";

describe("parseJson", () => {
  const values: [json: string, value: unknown][] = [
    ["0", 0],
    ["-0", 0],
    ["-0.0", -0],
    ["-0e0", -0],
    ["1.0", 1],
    ["1e400", Number.POSITIVE_INFINITY],
    ["-1e400", Number.NEGATIVE_INFINITY],
    ["1e-400", 0],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740991", -9007199254740991],
    ["-9007199254740992", -9007199254740992n],
    ["123456789012345678901234567890", 123456789012345678901234567890n],
    ["9007199254740993.0", 9007199254740992],
    ["1e16", 1e16],
    ["true", true],
    ["false", false],
    ["null", null],
    ['"a\\n\\u00e9\\ud800"', "a\né\ud800"],
    ['"NaN -0 12345678901234567"', "NaN -0 12345678901234567"],
    [" [ ] ", []],
    ["{ }", {}],
    [' [ 1 , [ ] , { } , "a" ] ', [1, [], {}, "a"]],
    ['{"a": {"b": [NaN, {"c": -0}]}, "d": []}', { a: { b: [Number.NaN, { c: 0 }] }, d: [] }],
    ['{"a":1,"b":2,"a":3}', { a: 3, b: 2 }],
    ['{"a":1,"b":-0,"\\u0061":3}', { a: 3, b: 0 }],
    ['[NaN,"\\"\\\\",{"\\"\\\\":"\\\\"}]', [Number.NaN, '"\\', { '"\\': "\\" }]],
    ['[ NaN , { "a" : { } , "b" : [ ] , "c" : "d" } ]', [Number.NaN, { a: {}, b: [], c: "d" }]],
    ["[[],[[NaN]],[]]", [[], [[Number.NaN]], []]],
    ["[true,false,null,-0,1.5,1E2,1e2]", [true, false, null, 0, 1.5, 100, 100]],
  ];
  for (const [json, value] of values) {
    test(`reads ${json}, as text and as bytes`, () => {
      expect(parseJson(json)).toStrictEqual(value);
      expect(parseJson(encode(json))).toStrictEqual(value);
      expect(parseJson(`[-0,${json}]`)).toStrictEqual([0, value]);
      expect(parseJson(`[${json}]`)).toStrictEqual([value]);
    });
  }

  test("tells the signs of zeros", () => {
    expect(Object.is(parseJson("[-0]", {}), -0)).toBe(false);
    expect(parseJson("[-0,-0.0]")).toStrictEqual([0, -0]);
  });

  test("keeps the order of members, duplicates at the place of the first", () => {
    for (const last of ["3", "NaN"]) {
      expect(Object.keys(parseJson(`{"b":1,"a":2,"b":${last}}`) as object)).toEqual(["b", "a"]);
    }
  });

  test("reads __proto__ as a member like any other", () => {
    for (const json of ['{"__proto__":{"a":1}}', '{"__proto__":{"a":-0}}']) {
      const value = parseJson(json) as object;
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(Object.keys(value)).toEqual(["__proto__"]);
      expect("a" in value).toBe(false);
    }
  });

  const integers: [integers: ParseOptions["integers"], json: string, value: unknown][] = [
    ["auto", "[1,9007199254740993]", [1, 9007199254740993n]],
    [undefined, "[1,9007199254740993]", [1, 9007199254740993n]],
    ["number", "[1,9007199254740993,-0]", [1, 9007199254740992, 0]],
    ["bigint", "[1,9007199254740993,-0]", [1n, 9007199254740993n, 0n]],
    ["bigint", "[1.0,1e2,NaN]", [1, 100, Number.NaN]],
    ["bigint", "7", 7n],
    ["bigint", '"7"', "7"],
  ];
  for (const [option, json, value] of integers) {
    test(`reads ${json} with integers: ${option}`, () => {
      expect(parseJson(json, { integers: option })).toStrictEqual(value);
    });
  }

  test("refuses integers of more digits than the limit, and no other numbers", () => {
    const digits = "1".repeat(4300);
    expect(parseJson(digits)).toBe(BigInt(digits));
    expect(parseJson(`-${digits}`)).toBe(-BigInt(digits));
    expect(() => parseJson(`${digits}1`)).toThrow(
      "[json-integer-digits] An integer has too many digits: got 4301 digits, expected 4300 at most. Raise maxIntegerDigits",
    );
    expect(() => parseJson(`-${digits}1`)).toThrow("got 4301 digits");
    expect(() => parseJson(`[${digits}1]`, { integers: "number" })).toThrow("got 4301 digits");
    expect(parseJson(`${digits}1`, { maxIntegerDigits: 4301 })).toBe(BigInt(`${digits}1`));
    expect(parseJson(`${digits}1.5`)).toBe(Number.POSITIVE_INFINITY);
    expect(() => parseJson("[12]", { integers: "bigint", maxIntegerDigits: 1 })).toThrow("got 2");
  });

  test("refuses what is nested deeper than maxDepth", () => {
    expect(() => parseJson("[[]]", { maxDepth: 1 })).toThrow("[json-depth]");
    expect(parseJson("[[]]", { maxDepth: 2 })).toEqual([[]]);
    expect(() => parseJson("[".repeat(10_001))).toThrow("[json-depth]");
    const deep = `${"[".repeat(10_000)}-0${"]".repeat(10_000)}`;
    expect(() => parseJson(deep)).not.toThrow();
  });

  const refused: [json: string, message: string][] = [
    ["", "[json-empty]"],
    ["nan", "[json-syntax]"],
    ["[1", "[json-truncated]"],
    ['"a', "[json-truncated]"],
    ['"a" 1', "column 5 (byte 4)"],
    ['"a\n"', "[json-syntax]"],
    ["\u00a01", "[json-syntax]"],
  ];
  for (const [json, message] of refused) {
    test(`refuses ${JSON.stringify(json)}`, () => {
      expect(() => parseJson(json)).toThrow(message);
      expect(() => parseJson(encode(json))).toThrow(message);
    });
  }

  test("accepts a byte order mark before bytes, not in a string", () => {
    for (const json of ["[1]", "[-0]", "1", '"a"']) {
      expect(parseJson(encode(`\ufeff${json}`))).toEqual(parseJson(json));
      expect(() => parseJson(`\ufeff${json}`)).toThrow(
        "[json-syntax] This is not JSON at line 1, column 1 (byte 0): got a byte order mark, expected a JSON value. Give the bytes",
      );
    }
    expect(parseJson('"\ufeff"')).toBe("\ufeff");
    expect(parseJson(encode('"\ufeff"'))).toBe("\ufeff");
  });

  test("refuses bytes that are no UTF-8", () => {
    expect(() => parseJson(Uint8Array.of(0x22, 0x80, 0x22))).toThrow("[json-utf8]");
    expect(() => parseJson(Uint8Array.of(0x5b, 0x22, 0x80, 0x22, 0x5d))).toThrow("[json-utf8]");
  });

  test("reads lone surrogates that stand in a string as they are", () => {
    expect(parseJson('"\ud800"')).toBe("\ud800");
    expect(parseJson('["\ud800",-0]')).toEqual(["\ud800", 0]);
  });

  test("reads what JSON.parse reads, and refuses what it refuses", () => {
    fc.assert(
      fc.property(damagedJson, (bytes) => {
        if (!isJson(bytes)) expect(() => parseJson(bytes)).toThrow("[json-");
        const platform = platformValue(bytes);
        if (platform === undefined) return;
        const value = parseJson(bytes, { integers: "number" });
        expect(value).toEqual(withoutMinusZero(platform.value, bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test("builds the same values where JSON.parse cannot be asked", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        const bytes = encode(json);
        const [, built] = parseJson(`[NaN,${json}]`, { integers: "number" }) as unknown[];
        expect(built).toEqual(withoutMinusZero(JSON.parse(json), bytes));
      }),
      { numRuns: 500 },
    );
  });

  test("reads integers exactly, and doubles as JSON.parse does", () => {
    const integer = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    const number = fc.oneof(integer.map(String), plainAtom);
    fc.assert(
      fc.property(textOf(number), fc.array(integer), (json, numbers) => {
        expect(() => parseJson(json)).not.toThrow();
        const parsed = parseJson(`[${numbers.join(", ")}]`) as (number | bigint)[];
        expect(parsed.map(BigInt)).toEqual(numbers);
        for (const value of parsed) {
          expect(typeof value === "number").toBe(Number.isSafeInteger(Number(value)));
        }
      }),
    );
  });
});

describe("parsePiece", () => {
  const bytes = encode('[{"a": [1, -0]}, "b\\n", 12345678901234567, NaN, [1]]');
  const spans: [text: string, value: unknown][] = [
    ['{"a": [1, -0]}', { a: [1, 0] }],
    ['"b\\n"', "b\n"],
    ["12345678901234567", 12345678901234567n],
    ["NaN", Number.NaN],
    ["[1]", [1]],
  ];
  for (const [text, value] of spans) {
    test(`reads ${text} where it stands`, () => {
      const start = new TextDecoder().decode(bytes).indexOf(text);
      expect(parsePiece(bytes.subarray(start, start + text.length), false)).toStrictEqual(value);
    });
  }

  test("trusts what is said to be plain", () => {
    expect(Object.is(parsePiece(encode("-0"), true), -0)).toBe(true);
    expect(() => parsePiece(encode("NaN"), true)).toThrow(SyntaxError);
  });

  test("reads whatever text as parseJson does, though nothing says that it is plain", () => {
    const atom = fc.oneof(
      plainAtom,
      fc.constantFrom(
        "NaN",
        "-Infinity",
        "-0",
        "-0.0",
        "-0E1",
        "1234567890123456",
        "0.1234567890123456",
      ),
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
      fc.constantFrom('"NaN"', '"-0"', '"1234567890123456"'),
    );
    fc.assert(
      fc.property(textOf(atom), (json) => {
        expect(parsePiece(encode(json.trim()), false)).toStrictEqual(parseJson(json));
      }),
      { numRuns: 1000 },
    );
  });

  test("takes the options of parseJson", () => {
    expect(parsePiece(encode("[1]"), true, { integers: "bigint" })).toEqual([1n]);
  });
});

/** Integers `-0` are 0 to us; in texts that hold one, all minus zeros are taken for that. */
function withoutMinusZero(value: unknown, bytes: Uint8Array): unknown {
  if (!/-0(?![.eE\d])/.test(new TextDecoder().decode(bytes))) return value;
  return JSON.parse(JSON.stringify(value));
}
