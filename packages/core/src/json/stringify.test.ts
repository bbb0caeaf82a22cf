import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { floatText } from "./float-text.ts";
import { parseJson } from "./parse.ts";
import { RawJson } from "./raw-json.ts";
import { type StringifyOptions, stringifyJson } from "./stringify.ts";

describe("stringifyJson", () => {
  // Each as Python's json.dumps(…, ensure_ascii=False) writes it.
  const texts: [value: unknown, text: string][] = [
    [null, "null"],
    [true, "true"],
    [false, "false"],
    [1, "1"],
    [-1, "-1"],
    [0, "0"],
    [-0, "-0.0"],
    [1.5, "1.5"],
    [1e-5, "1e-05"],
    [9007199254740991, "9007199254740991"],
    [-9007199254740991, "-9007199254740991"],
    [9007199254740992, "9007199254740992.0"],
    [1e16, "1e+16"],
    [123456789012345678901234567890n, "123456789012345678901234567890"],
    [floatText(1), "1.0"],
    [floatText(0.5), "0.5"],
    [[floatText(-0), { a: floatText(2) }], '[-0.0, {"a": 2.0}]'],
    ["", '""'],
    ["é😀\u007f\u2028\u2029", '"é😀\u007f\u2028\u2029"'],
    ['"\\/\b\f\n\r\t\u0000\u001f', '"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f"'],
    [[], "[]"],
    [{}, "{}"],
    [[[], {}], "[[], {}]"],
    [[1, "a", null], '[1, "a", null]'],
    [{ b: 1, a: [2] }, '{"b": 1, "a": [2]}'],
    [{ a: { b: {} }, c: 1 }, '{"a": {"b": {}}, "c": 1}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a": 1}'],
    [JSON.parse('{"__proto__": {"a": 1}}'), '{"__proto__": {"a": 1}}'],
    [runInNewContext("({ a: [1] })"), '{"a": [1]}'],
  ];
  for (const [value, text] of texts) {
    test(`writes ${JSON.stringify(text)}`, () => {
      expect(stringifyJson(value)).toBe(text);
    });
  }

  const value = { b: [1, { c: [] }], a: {}, "": "x" };
  const layouts: [title: string, options: StringifyOptions, text: string][] = [
    ["in one line by default", {}, '{"b": [1, {"c": []}], "a": {}, "": "x"}'],
    ["in one line without spaces", { compact: true }, '{"b":[1,{"c":[]}],"a":{},"":"x"}'],
    ["in one line for indent 0", { indent: 0 }, '{"b": [1, {"c": []}], "a": {}, "": "x"}'],
    [
      "as Jupyter does",
      { indent: 1, sortKeys: true },
      '{\n "": "x",\n "a": {},\n "b": [\n  1,\n  {\n   "c": []\n  }\n ]\n}',
    ],
    [
      "with any indentation, compact or not",
      { indent: "\t", compact: true },
      '{\n\t"b": [\n\t\t1,\n\t\t{\n\t\t\t"c": []\n\t\t}\n\t],\n\t"a": {},\n\t"": "x"\n}',
    ],
    [
      "with a margin before every line but the first",
      { indent: 2, margin: "    " },
      '{\n      "b": [\n        1,\n        {\n          "c": []\n        }\n      ],\n      "a": {},\n      "": "x"\n    }',
    ],
    [
      "with no margin in one line",
      { margin: "    ", compact: true },
      '{"b":[1,{"c":[]}],"a":{},"":"x"}',
    ],
  ];
  for (const [title, options, text] of layouts) {
    test(`writes ${title}`, () => {
      expect(stringifyJson(value, options)).toBe(text);
    });
  }

  test("sorts keys by code points, as Python does", () => {
    const keys = ["😀", "\uffee", "b", "a", "B", "aa", ""];
    const object = Object.fromEntries(keys.map((key) => [key, 1]));
    const text = stringifyJson({ x: object }, { sortKeys: true });
    const sorted = Object.keys((JSON.parse(text) as { x: object }).x);
    expect(sorted).toEqual(["", "B", "a", "aa", "b", "\uffee", "😀"]);
    expect(Object.keys(object)).toEqual(keys);
  });

  const nonFinite: [option: StringifyOptions["nonFinite"], text: string][] = [
    ["string", '["NaN", "Infinity", "-Infinity", "NaN"]'],
    ["null", "[null, null, null, null]"],
    ["literal", "[NaN, Infinity, -Infinity, NaN]"],
  ];
  for (const [option, text] of nonFinite) {
    test(`writes what is not finite with nonFinite: ${option}`, () => {
      const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
      const numbers = [nan, infinity, -infinity, floatText(nan)];
      expect(stringifyJson(numbers, { nonFinite: option })).toBe(text);
    });
  }

  class Point {}
  const inner: unknown[] = [{}];
  const cycle = { a: inner };
  inner.push(cycle);
  const list: unknown[] = [];
  list.push(list);
  const bare: unknown = Object.create(Object.create(Object.create(null)));
  const refused: [title: string, value: unknown, code: string, path: string, got?: string][] = [
    ["undefined", undefined, "json-unsupported-value", "", "undefined"],
    ["undefined in an array", [1, undefined], "json-unsupported-value", "/1", "undefined"],
    ["undefined in an object", { a: undefined }, "json-unsupported-value", "/a", "undefined"],
    ["a hole", new Array(1), "json-unsupported-value", "/0", "undefined"],
    ["a function", { a: [() => 1] }, "json-unsupported-value", "/a/0", "function"],
    ["a symbol", { "a/b": Symbol("x") }, "json-unsupported-value", "/a~1b", "symbol"],
    ["a Map", [new Map()], "json-unsupported-value", "/0", "an instance of Map"],
    ["a Date", new Date(0), "json-unsupported-value", "", "an instance of Date"],
    ["bytes", new Uint8Array(1), "json-unsupported-value", "", "an instance of Uint8Array"],
    ["an instance", { p: new Point() }, "json-unsupported-value", "/p", "an instance of Point"],
    [
      "an instance of nothing known",
      bare,
      "json-unsupported-value",
      "",
      "an instance of undefined",
    ],
    ["an object in itself", cycle, "json-cycle", "/a/1"],
    ["an array in itself", list, "json-cycle", "/0"],
    ["a lone surrogate", ["a", "x\ud800y"], "json-lone-surrogate", "/1"],
    ["a lone low surrogate", "\udc00\ud800", "json-lone-surrogate", ""],
    [
      "a lone surrogate in a key",
      { a: { "\udfff": undefined } },
      "json-lone-surrogate",
      "/a/\udfff",
    ],
    ["NaN", { a: [0, Number.NaN] }, "json-non-finite", "/a/1", "NaN"],
    ["an infinity", Number.NEGATIVE_INFINITY, "json-non-finite", "", "-Infinity"],
    ["a float that is NaN", floatText(Number.NaN), "json-non-finite", "", "NaN"],
    ["the second value", [[1], {}, [[]], [undefined]], "json-unsupported-value", "/3/0"],
  ];
  for (const [title, bad, code, path, got] of refused) {
    test(`refuses ${title}`, () => {
      const error = thrownBy(() => stringifyJson(bad, { nonFinite: "error" }));
      expect(error).toMatchObject({ code, path });
      if (got !== undefined) expect(error.message).toContain(`got ${got}`);
      expect(thrownBy(() => stringifyJson(bad))).toMatchObject({ code, path });
    });
  }

  test("says what is wrong, and where", () => {
    const message = (bad: unknown) => thrownBy(() => stringifyJson({ a: bad })).message;
    expect(message(undefined)).toBe(
      "[json-unsupported-value] A value has no JSON form (#/a): got undefined.",
    );
    expect(message(cycle)).toBe("[json-cycle] A value contains itself (#/a/a/1).");
    expect(message("\ud800")).toBe("[json-lone-surrogate] A string holds a lone surrogate (#/a).");
    expect(message(Number.NaN)).toBe(
      '[json-non-finite] A number is not finite (#/a): got NaN. Set { nonFinite: "null" }, "string" or "literal" to write it.',
    );
  });

  test("writes a value that occurs twice twice", () => {
    const shared = { a: [1] };
    expect(stringifyJson([shared, shared, shared.a])).toBe('[{"a": [1]}, {"a": [1]}, [1]]');
  });

  test("needs no stack for nesting", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = depth % 2 === 0 ? [deep] : { a: deep };
    expect(stringifyJson(deep, { compact: true }).length).toBe(50_000 * 8 + 1);
  });

  test("writes what parseJson reads back", () => {
    const scalar = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.maxSafeInteger(),
      fc.bigInt().filter((value) => !Number.isSafeInteger(Number(value))),
      fc.constantFrom(null, true, false),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        scalar,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: "binary" }), tie("tree"), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      ),
    }));
    const indent = fc.constantFrom<StringifyOptions>(
      {},
      { compact: true },
      { indent: 1 },
      { indent: "\t", margin: "  ", sortKeys: true },
    );
    fc.assert(
      fc.property(tree, indent, (value, options) => {
        const text = stringifyJson(value, { ...options, nonFinite: "literal" });
        expect(parseJson(text)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test("writes what JSON.stringify writes, where there are no floats", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const integral = JSON.parse(JSON.stringify(value), (_, item: unknown) =>
          typeof item === "number" ? Math.trunc(item % 1e9) + 0 : item,
        ) as unknown;
        expect(stringifyJson(integral, { compact: true })).toBe(JSON.stringify(integral));
        expect(stringifyJson(integral, { indent: 1 })).toBe(JSON.stringify(integral, null, 1));
      }),
    );
  });
});

function thrownBy(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

test("a text of JSON is written as it is, wherever it stands", () => {
  expect(stringifyJson(new RawJson("1.0"))).toBe("1.0");
  expect(stringifyJson({ a: [new RawJson('{"b":1e400}')] }, { indent: 1 })).toBe(
    '{\n "a": [\n  {"b":1e400}\n ]\n}',
  );
});

test("half a surrogate pair is escaped where the reader is no notebook", () => {
  const value = { "\ud800": "x\udc00" };
  const text = stringifyJson(value, { surrogates: "escape" });
  expect(text).toBe('{"\\ud800": "x\\udc00"}');
  expect(JSON.parse(text)).toEqual(value);
});
