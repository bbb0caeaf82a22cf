import { expect, test } from "vitest";
import { splitDefault } from "./options-of.mjs";

test.each([
  ["How many. Default 1,000. SPEC §15.", "1,000", "How many. SPEC §15."],
  ["Where. Default: none, as in Python.", "none, as in Python", "Where."],
  ["Default `false`; one has it in any case.", "`false`; one has it in any case", ""],
  [
    "Takes it. Default: `a.b` of `c`, else none. It is sent.",
    "`a.b` of `c`, else none",
    "Takes it. It is sent.",
  ],
  ['The name. Default, and for `""`: its own.', "its own", "The name."],
  ["A node's port. By default it is asked.", "", "A node's port. By default it is asked."],
])("of the comment %j the default is %j", (comment, fallback, meaning) => {
  expect(splitDefault(comment)).toEqual({ fallback, meaning });
});
