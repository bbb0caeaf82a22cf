import { expect, test } from "vitest";
import { RawJson } from "./raw-json.ts";

test("raw JSON keeps its text and gives its value", () => {
  const raw = new RawJson("[1.0, 123456789012345678901234567890, NaN]");
  expect(raw.text).toBe("[1.0, 123456789012345678901234567890, NaN]");
  expect(raw.value).toEqual([1, 123456789012345678901234567890n, Number.NaN]);
});

test("JSON.stringify writes raw JSON as its value", () => {
  expect(JSON.stringify({ data: new RawJson('{"a":1.50}') })).toBe('{"data":{"a":1.5}}');
});
