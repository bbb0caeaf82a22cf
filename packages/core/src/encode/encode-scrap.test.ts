import { describe, expect, test } from "vitest";
import { defineEncoder } from "../encoder/encoder.ts";
import { floatText } from "../json/float-text.ts";
import { RawJson } from "../json/raw-json.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { faultOf } from "../testing/fault-of.ts";
import { type EncodeScrapOptions, encodeScrap } from "./encode-scrap.ts";
import type { Output } from "./output.ts";

const json = "application/scrapbook.scrap.json+json";
const bundle = { data: { "text/plain": "shown" }, metadata: { width: 1 } };
const date = defineEncoder<Date, string>({
  name: "date",
  encodable: (value) => value instanceof Date,
  encode: (value) => value.toISOString(),
  decode: (data) => new Date(data),
});

/** Outputs as a kernel's JSON would carry them. */
function plain(outputs: readonly Output[]): unknown {
  return JSON.parse(JSON.stringify(outputs));
}

/** The payload's data as text, and its encoder. */
function written(value: unknown, options: EncodeScrapOptions = {}): string {
  const [output] = encodeScrap("x", value, options);
  const [payload] = Object.values(output?.data ?? {}) as [Record<string, { text: string }>];
  return `${payload.encoder}: ${payload.data?.text}`;
}

describe("encodeScrap", () => {
  test("gives the data output that Python's glue writes", () => {
    expect(plain(encodeScrap("x", 1))).toEqual([
      {
        output_type: "display_data",
        data: { [json]: { name: "x", data: 1, encoder: "json", version: 1 } },
        metadata: { scrapbook: { name: "x", data: true, display: false } },
      },
    ]);
  });

  test("gives the display behind the data", () => {
    const [data, display] = plain(encodeScrap("x", 1, { display: bundle })) as Output[];
    expect(data?.metadata).toEqual({ scrapbook: { name: "x", data: true, display: false } });
    expect(display).toEqual({
      output_type: "display_data",
      data: bundle.data,
      metadata: { width: 1, scrapbook: { name: "x", data: false, display: true } },
    });
  });

  test("gives a display alone where nothing but the display encoder takes the value", () => {
    const alone = plain(encodeScrap("x", bundle, { encoder: "display" }));
    expect(plain(encodeScrap("x", new Set(), { display: bundle }))).toEqual(alone);
    expect(encodeScrap("x", bundle, { encoder: "display", display: false })).toEqual([]);
  });

  test("leaves payloads and the marks of other scraps out of a display", () => {
    const foreign = {
      data: { [json]: {}, "application/papermill.record+json": {}, "text/plain": "a" },
      metadata: { scrapbook: { name: "y" }, papermill: { name: "z" } },
    };
    const [output] = encodeScrap("x", foreign, { encoder: "display" });
    expect(Object.keys(output?.data ?? {})).toEqual(["text/plain"]);
    expect(Object.keys(output?.metadata ?? {})).toEqual(["scrapbook"]);
  });

  const values: [text: string, value: unknown][] = [
    ['text: "text"', "text"],
    ["json: 1", 1],
    ["json: 0.1", 0.1],
    ["json: -0.0", -0],
    ["json: 1.0", floatText(1)],
    ["json: 1000000000000000000000000000000", 10n ** 30n],
    ["json: false", false],
    ["json: [null, 2.0]", [null, floatText(2)]],
    ['json: {"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
    ['date: "1970-01-01T00:00:00.000Z"', new Date(0)],
  ];
  test.each(values)("chooses the encoder and writes %s", (text, value) => {
    expect(written(value, { encoders: [date] })).toBe(text);
  });

  test("takes the encoder that is named, and none for the empty name", () => {
    expect(written("5", { encoder: "json" })).toBe(String.raw`json: "\"5\""`);
    expect(written(1.5, { encoder: "text" })).toBe('text: "1.5"');
    expect(written(1, { encoder: "" })).toBe("json: 1");
  });

  test("writes what is not finite as it is told", () => {
    expect(written([Number.NaN], { nonFinite: "string" })).toBe('json: ["NaN"]');
    expect(written([-Infinity], { nonFinite: "null" })).toBe("json: [null]");
    expect(written(Infinity, { nonFinite: "literal" })).toBe("json: Infinity");
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  const faults: [name: string, act: () => unknown, fault: string][] = [
    ["a name that is no text", () => encodeScrap(1 as never, 1), "usage-argument"],
    ["a name with half a character", () => encodeScrap("\ud800", 1), "json-lone-surrogate"],
    ["a display without a name", () => encodeScrap("", 1, { display: bundle }), "usage-argument"],
    ["an unknown encoder", () => encodeScrap("x", 1, { encoder: "odd" }), "encoder-unknown"],
    ["a set", () => encodeScrap("x", new Set()), "encoder-not-encodable"],
    ["null", () => encodeScrap("x", null), "encoder-not-encodable"],
    ["null as json", () => encodeScrap("x", null, { encoder: "json" }), "encoder-not-encodable"],
    ["no bundle", () => encodeScrap("x", 1, { encoder: "display" }), "encoder-not-encodable"],
    ["NaN", () => encodeScrap("x", { a: [Number.NaN] }), "json-non-finite /a/0"],
    ["NaN as null", () => encodeScrap("x", Number.NaN, { nonFinite: "null" }), "json-non-finite"],
    ["undefined", () => encodeScrap("x", [undefined]), "json-unsupported-value /0"],
    ["a function", () => encodeScrap("x", { a: () => 1 }), "json-unsupported-value /a"],
    ["a cycle", () => encodeScrap("x", cycle), "json-cycle /0"],
    ["half a character", () => encodeScrap("x", ["\udc00"]), "json-lone-surrogate /0"],
    [
      "a display that is no text",
      () => encodeScrap("x", 1, { display: { data: { "image/png": 1 } } }),
      "usage-argument /data/image~1png",
    ],
    [
      "a display that is no bundle",
      () => encodeScrap("x", 1, { display: { data: [] } as never }),
      "usage-argument",
    ],
  ];
  test.each(faults)("refuses %s", (_, act, fault) => {
    expect(faultOf(act)).toBe(fault);
  });

  test("names the scrap and the type that no encoder takes", () => {
    expect(() => encodeScrap("x", new Map())).toThrow('"x" cannot be written');
    expect(() => encodeScrap("x", new Map())).toThrow("got Map");
  });

  const failing: [name: string, encode: () => unknown, fault: string][] = [
    ["throws", () => JSON.parse("{"), "encoder-encode-failed"],
    ["gives null", () => null, "encoder-encode-failed"],
    ["gives no JSON", () => new Set(), "encoder-encode-failed"],
    ["gives NaN", () => Number.NaN, "json-non-finite"],
  ];
  test.each(failing)("reports an encoder that %s", (_, encode, fault) => {
    const encoders = [{ ...date, encode: encode as never }];
    expect(faultOf(() => encodeScrap("x", new Date(), { encoders }))).toBe(fault);
  });
});

test("a text of JSON is a scrap's data to the letter, also read back", () => {
  const [output] = encodeScrap("x", new RawJson('{"a": 1.0}'));
  const cell = {
    cell_type: "code",
    metadata: {},
    outputs: [output],
    source: "",
    execution_count: 1,
  };
  const notebook = parseNotebook({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
  expect(notebook.scraps.get("x")?.rawText).toBe('{"a": 1.0}');
});
