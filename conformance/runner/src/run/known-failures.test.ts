import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CannotRun } from "../cannot-run.ts";
import { makeFolder } from "../testing/folder.ts";
import { readKnownFailures } from "./known-failures.ts";

const ids = new Set(["a", "b"]);
const read = (content: unknown): unknown =>
  readKnownFailures(join(makeFolder({ "known.json": content }), "known.json"), ids);

describe("readKnownFailures", () => {
  test("gives reasons by id", () => {
    const known = read({ $schema: "x", a: "rounds", b: "crashes" });
    expect(known).toEqual(
      new Map([
        ["a", "rounds"],
        ["b", "crashes"],
      ]),
    );
  });
  test("takes an empty file for no failures", () => {
    expect(read({})).toEqual(new Map());
  });
  const rows: readonly [name: string, content: unknown, message: RegExp][] = [
    ["an id that is no case", { c: "x" }, /known.json: there is no case c$/],
    ["an empty reason", { a: " " }, /a has no reason$/],
    ["a reason that is no text", { a: true }, /a has no reason$/],
    ["a list", ["a"], /is not an object of case ids and reasons$/],
    ["broken JSON", '{"a": "x",}', /known.json: it is not JSON: line 1, column 11/],
  ];
  for (const [name, content, message] of rows) {
    test(`refuses ${name}`, () => {
      expect(() => read(content)).toThrow(CannotRun);
      expect(() => read(content)).toThrow(message);
    });
  }
  test("refuses a file that is not there", () => {
    expect(() => readKnownFailures("/no/such/file.json", ids)).toThrow(/cannot be read/);
  });
});
