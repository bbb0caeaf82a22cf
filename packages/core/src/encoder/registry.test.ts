import { describe, expect, test } from "vitest";
import { isScrapbookError } from "../error/error.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import { defineEncoder } from "./encoder.ts";
import { decodeJsonData, jsonEncoding } from "./json.ts";
import { createEncoders } from "./registry.ts";
import { textEncoder } from "./text.ts";

const date = defineEncoder<Date, string>({
  name: "date",
  encodable: (value) => value instanceof Date,
  encode: (value) => value.toISOString(),
  decode: (data) => new Date(data),
});

const scrapOf = (data: string, encoder: string, options = {}) =>
  parseNotebook(notebookText([dataOutput("x", data, encoder)]), options).scraps.get("x");

/** The code and path of what asking for the data throws, or the data. */
function dataOf(data: string, encoder: string, options = {}): unknown {
  try {
    return scrapOf(data, encoder, options)?.data;
  } catch (error) {
    return isScrapbookError(error) ? error.code : error;
  }
}

describe("the json encoder", () => {
  const table: [data: string, value: unknown][] = [
    ["1", 1],
    ['[1, "2"]', [1, "2"]],
    ['"hello"', "hello"],
    ['"123"', 123],
    ['" 123\\n"', 123],
    ['"-0"', 0],
    ['"NaN"', Number.NaN],
    ['"-Infinity"', Number.NEGATIVE_INFINITY],
    ['"nan"', "nan"],
    ['"+1"', "+1"],
    ['"01"', "01"],
    ['"[1,]"', "[1,]"],
    ['""', ""],
    ['"  "', "  "],
    ['"\\u00a01"', "\u00a01"],
    ['"\\ufeff1"', "\ufeff1"],
    ['"null"', null],
    ['"\\"5\\""', "5"],
    ['"\\"a\\nb\\""', '"a\nb"'],
    ['"\\"\\ud800\\""', "\ud800"],
    ['"{\\"a\\": 1, \\"a\\": 2}"', { a: 2 }],
    ['"9007199254740993"', 9007199254740993n],
    [`"${"9".repeat(4_301)}"`, "json-integer-digits"],
    [`"${"[".repeat(10_001)}${"]".repeat(10_001)}"`, "json-depth"],
    ["9".repeat(4_301), "json-integer-digits"],
  ];
  for (const [data, value] of table) {
    test(`reads ${data.slice(0, 40)} as ${typeof value} ${String(value).slice(0, 20)}`, () => {
      expect(dataOf(data, "json")).toEqual(value);
    });
  }

  test("reads inner integers as the caller asks", () => {
    expect(dataOf('"[1]"', "json", { integers: "bigint" })).toEqual([1n]);
  });

  test("takes what is JSON without conversion and nothing else", () => {
    const takes = [[], {}, 1, 1n, true, Object.create(null), Number.NaN];
    const refuses = [
      null,
      undefined,
      "x",
      new Date(),
      new Map(),
      () => 1,
      Symbol("x"),
      new Uint8Array(1),
    ];
    expect(takes.filter((value) => !jsonEncoding.encodable(value))).toEqual([]);
    expect(refuses.filter((value) => jsonEncoding.encodable(value))).toEqual([]);
  });

  test("writes a string as its JSON text, so that it reads back as itself", () => {
    for (const value of ["5", "null", "hello", '"', "\u2028", ""]) {
      const data = jsonEncoding.encode(value);
      expect(decodeJsonData(data, {})).toBe(value);
    }
    expect(jsonEncoding.encode("5")).toBe('"5"');
    expect(jsonEncoding.encode([1])).toEqual([1]);
  });
});

describe("the text encoder", () => {
  const table: [data: string, value: unknown][] = [
    ['"a"', "a"],
    ["1.0", "1.0"],
    ["1", "1"],
    ["-0", "0"],
    ["-0.0", "-0.0"],
    ["1e16", "1e+16"],
    ["1E2", "100.0"],
    ["0.00001", "1e-05"],
    ["1e400", "inf"],
    ["NaN", "nan"],
    ["-Infinity", "-inf"],
    ["true", "True"],
    ["false", "False"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ["[]", "encoder-text-not-string"],
    ["{}", "encoder-text-not-string"],
  ];
  for (const [data, value] of table) {
    test(`reads ${data} as ${value}`, () => expect(dataOf(data, "text")).toBe(value));
  }

  test("writes strings as they are, and numbers and booleans as Python's str", () => {
    const encode = (value: unknown) => textEncoder.encode(value as string);
    expect([
      encode("a"),
      encode(1),
      encode(1.5),
      encode(true),
      encode(10n ** 20n),
      encode(-0),
      encode(1e16),
    ]).toEqual(["a", "1", "1.5", "True", "100000000000000000000", "-0.0", "1e+16"]);
    for (const value of [null, [], {}])
      expect(() => encode(value)).toThrow("encoder-not-encodable");
    expect(textEncoder.encodable(1)).toBe(false);
    expect(textEncoder.encodable("")).toBe(true);
  });

  test("reads values without a source by their own kind", () => {
    expect(textEncoder.decode(0.5 as never)).toBe("0.5");
    expect(textEncoder.decode(2 as never)).toBe("2");
    expect(() => textEncoder.decode(null as never)).toThrow("got null");
  });
});

describe("an encoder that nobody gave", () => {
  test("leaves the scrap listed, with its raw data and its text", () => {
    const scrap = scrapOf("[1.0]", "arrow");
    expect(scrap).toMatchObject({ name: "x", encoder: "arrow", rawData: [1], rawText: "[1.0]" });
    expect(() => scrap?.data).toThrow("encoder-unknown");
    expect(scrap?.tryData()).toMatchObject({
      ok: false,
      error: { path: "/cells/0/outputs/0/data/application~1scrapbook.scrap.json+json" },
    });
  });

  test("is named with near names, and pandas with its package", () => {
    expect(() => scrapOf("1", "jsn")?.data).toThrow('expected "json"');
    expect(() => scrapOf('"x"', "pandas")?.data).toThrow("@scrapbook/encoders-pandas");
    expect(() => scrapOf('"x"', "parquet", { encoders: [date] })?.data).toThrow(
      'expected "text", "json" or "date"',
    );
  });

  test("throws the same error each time", () => {
    const scrap = scrapOf("1", "arrow");
    const errors = [1, 2].map(() => {
      try {
        return scrap?.data;
      } catch (error) {
        return error;
      }
    });
    expect(errors[0]).toBe(errors[1]);
  });
});

describe("a given encoder", () => {
  test("decodes its payloads and is found by as()", () => {
    const scrap = scrapOf('"2026-01-02T00:00:00.000Z"', "date", { encoders: [date] });
    expect(scrap?.as(date).getUTCFullYear()).toBe(2026);
    expect(() => scrap?.as(textEncoder)).toThrow('got encoder "date", expected "text"');
  });

  test("is found by its factory's encoderName", () => {
    const factory = Object.assign(() => date, { encoderName: "date" });
    const scrap = scrapOf('"2026-01-02T00:00:00.000Z"', "date", { encoders: [factory()] });
    expect(scrap?.as<Date>(factory).getUTCFullYear()).toBe(2026);
  });

  test("that throws gives encoder-decode-failed with the cause and the path", () => {
    const cause = new RangeError("no date");
    const broken = {
      ...date,
      decode: () => {
        throw cause;
      },
    };
    const result = scrapOf('"x"', "date", { encoders: [broken], source: "a.ipynb" })?.tryData();
    expect(result).toMatchObject({
      ok: false,
      error: { code: "encoder-decode-failed", cause, source: "a.ipynb" },
    });
    const odd = {
      ...date,
      decode: () => {
        throw "text";
      },
    };
    expect(dataOf('"x"', "date", { encoders: [odd] })).toBe("encoder-decode-failed");
  });

  test("replaces another of its name at its place, the later one counting", () => {
    const text = { ...date, name: "text", decode: () => "first" };
    const later = { ...date, name: "text", decode: () => "second" };
    expect([...createEncoders([date, text as never, later as never]).keys()]).toEqual([
      "text",
      "json",
      "display",
      "date",
    ]);
    expect(dataOf('"x"', "text", { encoders: [text, later] })).toBe("second");
  });

  test("named display is refused before anything is read", () => {
    expect(() => scrapOf("1", "json", { encoders: [{ ...date, name: "display" }] })).toThrow(
      "usage-argument",
    );
  });
});

test("a payload that claims the display encoder is listed and has no data", () => {
  const scrap = scrapOf("1", "display");
  expect(scrap?.encoder).toBe("display");
  expect(dataOf("1", "display")).toBe("encoder-display-payload");
});
