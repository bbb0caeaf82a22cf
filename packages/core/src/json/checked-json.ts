import {
  aBoolean,
  aCount,
  aFunction,
  aText,
  checkOptions,
  type OptionRule,
  oneOf,
  wrongArgument,
} from "../error/check-options.ts";
import { parseJson as parse } from "./parse.ts";
import type { ParseOptions } from "./parse-options.ts";
import { type StringifyOptions, stringifyJson as stringify } from "./stringify.ts";
import type { JsonValue } from "./value.ts";

/** What may become of `NaN` and the infinities. */
export const nonFiniteRule: OptionRule = /* @__PURE__ */ oneOf(
  "error",
  "null",
  "string",
  "literal",
);

const parseRules: Readonly<Record<keyof ParseOptions, OptionRule>> = {
  engine: aFunction,
  integers: /* @__PURE__ */ oneOf("auto", "number", "bigint"),
  maxDepth: /* @__PURE__ */ aCount(1),
  maxIntegerDigits: /* @__PURE__ */ aCount(1),
};

const stringifyRules: Readonly<Record<keyof StringifyOptions, OptionRule>> = {
  indent: {
    expected: "a number of spaces, or a text",
    fits: (value) => typeof value === "string" || aCount(0).fits(value),
  },
  compact: aBoolean,
  margin: aText,
  sortKeys: aBoolean,
  surrogates: /* @__PURE__ */ oneOf("error", "escape"),
  nonFinite: nonFiniteRule,
};

/**
 * The value of a JSON text, given as a string or as UTF-8 bytes, as Python's `json.loads` reads it:
 * `NaN`, `Infinity` and `-Infinity` are numbers, integers are exact, the last of duplicate keys
 * counts, at the place of the first. SPEC §10.1.
 *
 * A byte order mark is accepted at the start of bytes, not of a string.
 *
 * @throws `json-empty`, `json-truncated`, `json-syntax`, `json-utf8`, `json-depth`,
 * `json-integer-digits`; `usage-argument`.
 */
export function parseJson(json: string | Uint8Array, options?: ParseOptions): JsonValue {
  checkOptions("parseJson", options, parseRules);
  if (typeof json === "string" || json instanceof Uint8Array) return parse(json, options);
  throw wrongArgument("parseJson takes a JSON text", json, "a string or a Uint8Array");
}

/**
 * The JSON text of `value` as Python's `json.dumps(value, ensure_ascii=False)` writes it, so with
 * `indent: 1, sortKeys: true` as Jupyter does. Integral numbers within ±(2^53−1) are written as
 * integers, other numbers as Python floats, −0 as `-0.0`, bigints as integers; `floatText(1)` is
 * written `1.0`, and a `RawJson` as its text. SPEC §10.3, §10.4.
 *
 * @throws `json-unsupported-value`, `json-cycle`, `json-lone-surrogate`, `json-non-finite`, with
 * the JSON pointer of the value; `usage-argument`.
 */
export function stringifyJson(value: unknown, options?: StringifyOptions): string {
  checkOptions("stringifyJson", options, stringifyRules);
  return stringify(value, options);
}
