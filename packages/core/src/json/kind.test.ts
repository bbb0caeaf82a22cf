import { describe, expect, test } from "vitest";
import { kindOfValue, kindPhrase } from "./kind.ts";
import type { JsonValue } from "./value.ts";
import type { JsonKind } from "./walk.ts";

describe("a kind", () => {
  const phrases: [kind: JsonKind, phrase: string][] = [
    ["object", "an object"],
    ["array", "an array"],
    ["string", "a string"],
    ["number", "a number"],
    ["boolean", "a boolean"],
    ["null", "null"],
  ];
  for (const [kind, phrase] of phrases) {
    test(`reads ${phrase}`, () => {
      expect(kindPhrase(kind)).toBe(phrase);
    });
  }

  const values: [value: JsonValue, kind: JsonKind][] = [
    [null, "null"],
    [[], "array"],
    [{}, "object"],
    ["", "string"],
    [0, "number"],
    [10n, "number"],
    [false, "boolean"],
  ];
  for (const [value, kind] of values) {
    test(`of a parsed ${typeof value} can be ${kind}`, () => {
      expect(kindOfValue(value)).toBe(kind);
    });
  }
});
