import { expect, test } from "vitest";
import { exportedNames, markTypes } from "./type-exports.mjs";

test("the names that a module exports are those behind as", () => {
  const text =
    'import { a } from "./a.js";\nexport { b as c } from "./b.js";\nexport { a, d as e };\n';
  expect([...exportedNames(text)]).toEqual(["c", "a", "e"]);
});

test("what a module does not export is a type", () => {
  const text =
    'export { N as Notebook, e as edit } from "./it.js";\nexport { Scrap, type A, run };\n';
  expect(markTypes(text, new Set(["edit", "run"]))).toBe(
    'export { type N as Notebook, e as edit } from "./it.js";\nexport { type Scrap, type A, run };\n',
  );
});
