import { expect, test } from "vitest";
import { parseJson, stringifyJson } from "./checked-json.ts";

test("JSON is parsed and written as the options say", () => {
  expect(parseJson("[1]", { integers: "bigint" })).toEqual([1n]);
  expect(stringifyJson({ b: 1, a: Number.NaN }, { sortKeys: true, nonFinite: "null" })).toBe(
    '{"a": null, "b": 1}',
  );
});

test.each([
  [() => parseJson("1", { integer: "bigint" } as never), 'Did you mean "integers"?'],
  [() => parseJson("1", { maxDepth: 0 }), "got 0, expected a whole number, 1 or more"],
  [() => parseJson(undefined as never), "parseJson takes a JSON text: got undefined"],
  [() => stringifyJson(1, { indent: -1 }), "got -1, expected a number of spaces, or a text"],
  [() => stringifyJson(1, { nonfinite: "null" } as never), 'Did you mean "nonFinite"?'],
])("a slip in their arguments is an error (%#)", (act, message) => {
  expect(act).toThrow("[usage-argument] ");
  expect(act).toThrow(message);
});
