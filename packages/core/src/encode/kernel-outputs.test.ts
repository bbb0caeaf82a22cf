import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { floatText } from "../json/float-text.ts";
import { RawJson } from "../json/raw-json.ts";
import { utf8Encoder } from "../platform.ts";
import { faultOf } from "../testing/fault-of.ts";
import { type EncodeScrapOptions, encodeScrap } from "./encode-scrap.ts";
import { type KernelJsonOptions, toKernelJson } from "./kernel-json.ts";
import { kernelOutputs } from "./kernel-outputs.ts";

type Options = EncodeScrapOptions & KernelJsonOptions;

const display: Options = { encoder: "display" };

const inOneStep = (value: unknown, options: Options = {}) => kernelOutputs("x", value, options);

/** What it is compared with: the text of each value, parsed again. */
function inTwoSteps(value: unknown, { maxDepth, ...options }: Options = {}): unknown {
  return encodeScrap("x", value, options).map((output) => ({
    output_type: output.output_type,
    ...toKernelJson(output, { maxDepth }),
  }));
}

const shown = (mime: string, text: string) => ({ data: { [mime]: utf8Encoder.encode(text) } });

describe("outputs that are made in one step", () => {
  test("are those made by way of a text, for every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(value !== null);
        expect(JSON.stringify(inOneStep(value))).toBe(JSON.stringify(inTwoSteps(value)));
      }),
    );
  });

  test.each<[string, unknown, Options]>([
    ["text", "5", {}],
    ["marked numbers", [floatText(1), floatText(0.5)], {}],
    ["the text of a value", new RawJson('{"a": [1.0, 2]}'), {}],
    ["integers as wide as a number", [2n ** 53n - 1n, -5n], {}],
    ["a member named __proto__", JSON.parse('{"__proto__": [1]}'), {}],
    ["NaN as text", [Number.NaN, Number.POSITIVE_INFINITY], { nonFinite: "string" }],
    ["NaN as null", [Number.NaN], { nonFinite: "null" }],
    ["JSON that is given as bytes", shown("application/json", '{"a": [1e20, 0.5]}'), display],
    ["a picture that is given as bytes", shown("image/png", "\u0089PNG"), display],
    ["a display beside the value", { a: 1 }, { display: { data: { "text/html": "<b>" } } }],
    ["nothing at all", { data: { "text/html": "<b>" } }, { display: false }],
  ])("are the same for %s", (_, value, options) => {
    expect(inOneStep(value, options)).toEqual(inTwoSteps(value, options));
  });

  test("hold the value as it was, whatever becomes of it", () => {
    const value = { list: [1] };
    const [output] = inOneStep(value);
    value.list.push(2);
    expect(JSON.stringify(output)).toContain('"data":{"list":[1]}');
  });

  const cycle: unknown[] = [];
  cycle.push([cycle]);
  test.each<[string, unknown, string, Options?]>([
    ["a long integer", { a: [2n ** 53n] }, "json-unsupported-value /a/0"],
    ["a number that is none", [[Number.NaN]], "json-non-finite /0/0"],
    ["a literal", [Number.NaN], "json-non-finite /0", { nonFinite: "literal" }],
    ["NaN alone as null", Number.NaN, "json-non-finite", { nonFinite: "null" }],
    ["a function", { a: () => 1 }, "json-unsupported-value /a"],
    ["what is undefined", [undefined], "json-unsupported-value /0"],
    ["a class's instance", { a: new Date(0) }, "json-unsupported-value /a"],
    ["what contains itself", { a: cycle }, "json-cycle /a/0/0"],
    ["what lies too deep", [[[1]]], "json-depth /0/0", { maxDepth: 2 }],
    ["half of a character", ["\ud800"], "json-lone-surrogate /0"],
    ["half of a character in a key", { "\ud800": 1 }, "json-lone-surrogate /\ud800"],
    [
      "damaged JSON",
      shown("application/json", "{"),
      "json-syntax /data/application~1json",
      display,
    ],
    [
      "a long integer in shown JSON",
      shown("application/json", "[36893488147419103232]"),
      "json-unsupported-value /data/application~1json/0",
      display,
    ],
  ])("are refused for %s", (_, value, fault, options) => {
    expect(faultOf(() => inOneStep(value, options))).toBe(fault);
  });
});
