import { describe, expect, test } from "vitest";
import { testProblems } from "./test-names.mjs";

describe("test names", () => {
  const problems = (text: string) => testProblems("a.test.ts", text);

  test.each([
    'test("it should work", () => {})',
    'it.skip("works", () => {})',
    'describe.only("things", () => {})',
    'test.each([1])("should %s", () => {})',
    'test.todo("writes")',
    `test("${"long ".repeat(17)}", () => {})`,
  ])("refuses %s", (text) => expect(problems(text)).toHaveLength(1));

  test("accepts a sentence that holds", () => {
    expect(problems('test.each([1])("%s is kept", () => {}); thing.only("x")')).toEqual([]);
  });
});
