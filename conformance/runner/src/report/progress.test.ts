import { describe, expect, test } from "vitest";
import { makeResult } from "../testing/case.ts";
import { createProgress } from "./progress.ts";

function show(sink: { isTTY?: boolean; columns?: number }, verbose: boolean): string {
  let text = "";
  const write = (more: string): void => {
    text += more;
  };
  const progress = createProgress({ ...sink, write }, 2, verbose);
  progress.tell(makeResult("a"));
  progress.tell(makeResult("b", { outcome: "fail", expected: false }));
  progress.end();
  return text;
}

describe("createProgress", () => {
  test("writes one line over and over on a terminal, and clears it", () => {
    const [, first, second, last] = show({ isTTY: true, columns: 20 }, false).split("\r\u001b[K");
    expect([first, second, last]).toEqual(["1 of 2, 0 failed: a", "2 of 2, 1 failed: b", ""]);
  });
  test("is silent elsewhere", () => {
    expect(show({}, false)).toBe("");
  });
  test("writes a line for each case where it is verbose", () => {
    expect(show({}, true)).toBe("pass  a\nFAIL  b\n");
  });
});
