import { describe, expect, test } from "vitest";
import { createDataFrame } from "./create-frame.ts";

/** The message of what creating a frame throws. */
function refusal(...given: unknown[]): { code: string; message: string } {
  try {
    createDataFrame(...(given as [never]));
  } catch (error) {
    return error as { code: string; message: string };
  }
  return expect.unreachable(`${JSON.stringify(given)} is a frame`);
}

describe("a mistake is told by what to write", () => {
  const x = [1];
  test.each<[string, unknown[], RegExp]>([
    ["nothing", [], /got undefined, expected createDataFrame\(\{ columns: \{ close/],
    ["null", [null], /got null/],
    ["text", ["a,b"], /columns, or of rows: got "a,b"/],
    ["a typed array", [Float64Array.of(1)], /got a Float64Array/],
    ["columns without their name", [{ a: x }], /createDataFrame\(\{ columns: \{ a: \[…\] \} \}\)/],
    ["an empty object", [{}], /under the name columns/],
    ["a promise of columns", [{ columns: Promise.resolve({}) }], /got a Promise.*await it/],
    ["no columns", [{ columns: null }], /The option columns .* got null/],
    ["one column alone", [{ columns: 5 }], /The option columns .* got 5/],
    ["a single value", [{ columns: { a: 5 } }], /column "a" are no list: got 5.*\[value\]/],
    ["a text as values", [{ columns: { a: "abc" } }], /column "a" are no list: got "abc"/],
    ["a Set", [{ columns: { a: new Set(x) } }], /got a Set.*Array\.from/],
    ["a promise", [{ columns: { a: Promise.resolve(x) } }], /got a Promise/],
    [
      "lists without labels",
      [{ columns: [[1, 2, 3]] }],
      /pairs such as \["close", \[1\.5, 2\.5\]\]/,
    ],
    ["rows as columns", [{ columns: [{ a: 1 }] }], /Rows are given alone/],
    ["lists as rows", [[[1, 2]]], /Row 0 is no object: got a list.*columns: createDataFrame/],
    ["a missing row", [[{ a: 1 }, null]], /Row 1 is no object: got null/],
    ["numbers as rows", [[1, 2]], /Row 0 is no object: got 1/],
    ["another option", [{ columns: { x }, indx: x }], /no option "indx".*"index"/],
    ["a dtype of no column", [{ columns: { x }, dtypes: { X: "int64" } }], /got "X".*mean "x"/],
    ["dtypes as a list", [{ columns: { x }, dtypes: ["int64"] }], /The option dtypes/],
    ["attrs as a list", [{ columns: { x }, attrs: [1] }], /The option attrs/],
    ["levels as an object", [{ columns: { x }, columnLevels: {} }], /The option columnLevels/],
    ["an index as text", [{ columns: { x }, index: "a" }], /The option index .* got "a"/],
    ["an index of nothing", [{ columns: { x }, index: {} }], /There is no index/],
    ["an index by another name", [{ columns: { x }, index: { value: x } }], /\{ values, name \}/],
  ])("%s", (_, given, message) => {
    const error = refusal(...given);
    expect(error.code).toBe("usage-argument");
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(400);
  });

  test.each<[string, unknown]>([
    ["a number", 5],
    ["null", null],
    ["nothing known", "integer"],
    ["a list of nothing", { list: undefined }],
  ])("a dtype that is %s", (_, dtype) => {
    expect(refusal({ columns: { x: [1] }, dtypes: { x: dtype } })).toMatchObject({
      code: expect.stringMatching(/^(encoder-unsupported|usage-argument)$/),
    });
  });

  test("and with no more of a value than a message can bear", () => {
    const long = "x".repeat(1000);
    for (const given of [
      long,
      { columns: { a: long } },
      { columns: { [long]: 5 } },
      { [long]: [1] },
    ]) {
      expect(refusal(given).message.length).toBeLessThan(400);
    }
  });
});
