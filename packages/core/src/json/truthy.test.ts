import { describe, expect, test } from "vitest";
import { isTruthy } from "./truthy.ts";
import type { JsonValue } from "./value.ts";

describe("Python takes for true", () => {
  const values: [text: string, value: JsonValue | undefined, expected: boolean][] = [
    ["true", true, true],
    ["1", 1, true],
    ["NaN", Number.NaN, true],
    ["a bigint", 10n ** 20n, true],
    ["a text", "false", true],
    ["a list", [0], true],
    ["an object", { a: 0 }, true],
    ["not false", false, false],
    ["not null", null, false],
    ["not what is missing", undefined, false],
    ["not 0", 0, false],
    ["not -0.0", -0, false],
    ["not a bigint 0", 0n, false],
    ["not the empty text", "", false],
    ["not []", [], false],
    ["not {}", {}, false],
  ];
  for (const [text, value, expected] of values) {
    test(text, () => {
      expect(isTruthy(value)).toBe(expected);
    });
  }
});
