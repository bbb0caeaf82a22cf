import { describe, expect, test } from "vitest";
import { jsonPointer, pointerStep } from "./pointer.ts";

describe("a JSON pointer", () => {
  const pointers: [steps: (string | number)[], pointer: string][] = [
    [[], ""],
    [["a"], "/a"],
    [[""], "/"],
    [["cells", 0, "outputs", 12], "/cells/0/outputs/12"],
    [["application/x+json"], "/application~1x+json"],
    [["a~b"], "/a~0b"],
    [["~1"], "/~01"],
    [["~/~/"], "/~0~1~0~1"],
    [[' "é\\'], '/ "é\\'],
  ];
  for (const [steps, pointer] of pointers) {
    test(`of ${JSON.stringify(steps)} is ${JSON.stringify(pointer)}`, () => {
      expect(jsonPointer(steps)).toBe(pointer);
    });
  }

  test("grows by a step", () => {
    expect(pointerStep("a/b")).toBe("/a~1b");
    expect(pointerStep(3)).toBe("/3");
  });
});
