import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { locateSuite } from "../suite/locate.ts";
import { makeFolder } from "../testing/folder.ts";
import { lintSuite } from "./lint-suite.ts";

const schema = (name: string): string =>
  readFileSync(new URL(`../../../schema/${name}.schema.json`, import.meta.url), "utf8");
const schemas = Object.fromEntries(
  ["case", "harness", "report"].map((name) => [`schema/${name}.schema.json`, schema(name)]),
);
const good = {
  $schema: "../../schema/case.schema.json",
  ...{ id: "merge-order", since: "1.0.0", level: "reader", spec: ["6.2"] },
  ...{ description: "the place of a scrap is where its name occurred first", requires: ["read"] },
  files: [{ key: "nb", path: "merge/order.ipynb" }],
  run: { op: "read" },
  expect: { problems: [{ code: "payload-not-object", path: "/cells/0" }] },
  reference: "same",
};

/** The complaints about `cases/merge/merge-order.json` with `changes`, and further `files`. */
function lint(changes: object, files: Record<string, unknown> = {}): readonly string[] {
  const folder = makeFolder({
    ...schemas,
    "cases/merge/merge-order.json": { ...good, ...changes },
    "notebooks/merge/order.ipynb": "{}",
    "SPEC.md": "# Spec\n\n## 6. Merging\n\n### 6.2 Algorithm\n",
    "errors.json": { errors: [{ code: "payload-not-object" }] },
    ...files,
  });
  return lintSuite(locateSuite(folder)).flatMap(({ complaints }) => complaints);
}

describe("lintSuite", () => {
  test("has nothing to say of a good case", () => {
    expect(lint({})).toEqual([]);
  });

  const rows: readonly [name: string, changes: object, complaint: string][] = [
    ["a member that is missing", { since: undefined }, 'the whole: lacks the member "since"'],
    ["a member that is unknown", { note: "x" }, 'the whole: has the unknown member "note"'],
    ["a level that is unknown", { level: "writer" }, '/level: is "writer", not one of ["reader",'],
    [
      "an id that is not the file's name",
      { id: "merge-x" },
      "/id: is merge-x, and the file's name",
    ],
    ["should", { description: "the place should be the first" }, '/description: says "should"'],
    ["a full stop", { description: "the place is the first." }, "/description: must match pattern"],
    [
      "a long description",
      { description: "a".repeat(81) },
      "/description: must NOT have more than",
    ],
    [
      "what a case does",
      { description: "Tests the place" },
      "/description: says what the case does",
    ],
    ["a section that SPEC.md lacks", { spec: ["6.9"] }, "/spec: SPEC.md has no section 6.9"],
    [
      "a notebook that is not there",
      { files: [{ key: "nb", path: "merge/x.ipynb" }] },
      "/files: there is no notebooks/merge/x.ipynb",
    ],
    [
      "a path out of the folder",
      { files: [{ key: "nb", path: "merge/../../SPEC.md" }] },
      "/files: merge/../../SPEC.md is not a path below notebooks/",
    ],
    [
      "a code that errors.json lacks",
      { expect: { problems: [{ code: "payload-odd" }] } },
      "/expect/problems/0: errors.json has no code payload-odd",
    ],
    [
      "a category that is not the code's",
      { expect: { error: { category: "json", code: "payload-not-object" } } },
      "/expect/error: payload-not-object is not of category json",
    ],
    [
      "bytes that are no base64",
      { expect: { bytes: { $bytes: "a" } } },
      "/expect/bytes: $bytes needs padded base64",
    ],
    [
      "a value that was tagged twice",
      { run: { op: "encode", name: "x", value: { $object: [["$other", "date"]] } } },
      "/run/value: the key $other looks as if a value was tagged twice",
    ],
  ];
  for (const [name, changes, complaint] of rows) {
    test(`tells ${name}`, () => {
      const [first = ""] = lint(changes);
      expect(first.slice(0, complaint.length)).toBe(complaint);
    });
  }

  test("tells a file that is not JSON, and goes on", () => {
    const found = lint({}, { "cases/a/broken.json": '{"id": }' });
    expect(found).toEqual(['it is not JSON: line 1, column 8: unexpected "}"']);
  });

  test("tells an id that two cases have", () => {
    expect(lint({}, { "cases/z/merge-order.json": good })).toEqual([
      "/id: is that of cases/merge/merge-order.json as well",
    ]);
  });

  test("tells a description that two cases of a group have", () => {
    const other = { ...good, id: "merge-other" };
    expect(lint({}, { "cases/merge/merge-other.json": other })).toEqual([
      "/description: is that of cases/merge/merge-order.json as well",
    ]);
    expect(lint({}, { "cases/z/merge-other.json": other })).toEqual([]);
  });

  test("takes values of the host's language in requests alone", () => {
    const run = { op: "encode", name: "x", value: { $other: "date" } };
    expect(lint({ run })).toEqual([]);
  });

  test("says nothing of codes and sections where their files are not there", () => {
    const files = { "SPEC.md": undefined, "errors.json": undefined };
    expect(lint({ spec: ["99"] }, files)).toEqual([]);
  });
});
