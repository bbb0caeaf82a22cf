import { expect, test } from "vitest";
import { freeNames } from "./free-name.ts";

test("a name that is taken gets a number before its extension", () => {
  const free = freeNames();
  const names = ["a.ipynb", "a.ipynb", "a.ipynb", "b/a.ipynb", "b/a.ipynb", "x", "x", ".h", ".h"];
  expect(names.map(free)).toEqual([
    ...["a.ipynb", "a (2).ipynb", "a (3).ipynb", "b/a.ipynb", "b/a (2).ipynb"],
    ...["x", "x (2)", ".h", ".h (2)"],
  ]);
});
