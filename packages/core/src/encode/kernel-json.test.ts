import { describe, expect, test } from "vitest";
import { floatText } from "../json/float-text.ts";
import { RawJson } from "../json/raw-json.ts";
import { faultOf } from "../testing/fault-of.ts";
import { type EncodeScrapOptions, encodeScrap } from "./encode-scrap.ts";
import { type KernelJsonOptions, toKernelJson } from "./kernel-json.ts";
import type { Output } from "./output.ts";

const mime = "application/scrapbook.scrap.json+json";

function sent(value: unknown, options: EncodeScrapOptions & KernelJsonOptions = {}): unknown[] {
  const { maxDepth, ...encoding } = options;
  return encodeScrap("x", value, encoding).map((output) => toKernelJson(output, { maxDepth }));
}

describe("toKernelJson", () => {
  test("gives plain values that JSON.stringify writes as they are meant", () => {
    const value = { a: [1, -0.5, floatText(2), "\u2028", null, true, 2n ** 53n - 1n] };
    expect(JSON.stringify(sent(value))).toBe(
      JSON.stringify([
        {
          data: {
            [mime]: {
              name: "x",
              data: { a: [1, -0.5, 2, "\u2028", null, true, 9007199254740991] },
              encoder: "json",
              version: 1,
            },
          },
          metadata: { scrapbook: { name: "x", data: true, display: false } },
        },
      ]),
    );
  });

  test("gives a display's texts and JSON as they are", () => {
    const bundle = {
      data: { "text/html": ["<b>", "x"], "application/json": { __proto: [1] } },
      metadata: { width: 1 },
    };
    expect(sent(bundle, { encoder: "display" })).toEqual([
      { data: bundle.data, metadata: { width: 1, scrapbook: expect.anything() } },
    ]);
  });

  test("keeps a member named __proto__", () => {
    const [output] = sent(JSON.parse('{"__proto__": 1}'));
    expect(JSON.stringify(output)).toContain('"data":{"__proto__":1}');
  });

  const faults: [name: string, act: () => unknown, fault: string][] = [
    ["a long integer", () => sent({ a: [2n ** 53n] }), "json-unsupported-value /a/0"],
    ["a long negative integer", () => sent(-(10n ** 50n)), "json-unsupported-value"],
    [
      "NaN as a literal",
      () => sent({ "a/b": Number.NaN }, { nonFinite: "literal" }),
      "json-non-finite /a~1b",
    ],
    ["what lies too deep", () => sent([[[1]]], { maxDepth: 2 }), "json-depth /0/0"],
    [
      "a long integer in what is shown",
      () => sent({ data: { "application/json": [2n ** 60n] } }, { encoder: "display" }),
      "json-unsupported-value /data/application~1json/0",
    ],
    [
      "a long integer in a further member of a payload",
      () => {
        const [output] = encodeScrap("x", 1) as [Output];
        const payload = { ...(output.data[mime] as object), more: new RawJson("1e999") };
        return toKernelJson({ ...output, data: { [mime]: payload as never } });
      },
      "json-non-finite /data/application~1scrapbook.scrap.json+json/more",
    ],
  ];
  test.each(faults)("refuses %s", (_, act, fault) => {
    expect(faultOf(act)).toBe(fault);
  });

  test("takes values up to the depth, and text of any length", () => {
    expect(sent([[1]], { maxDepth: 2 })).toHaveLength(1);
    expect(sent("x".repeat(100_000))).toHaveLength(1);
  });
});
