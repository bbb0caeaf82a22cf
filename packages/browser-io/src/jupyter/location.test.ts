import { expect, test } from "vitest";
import { pathOf } from "./location.ts";

const base = "http://localhost:8888/user/ada/";

test.each([
  ["jupyter://out/a b%20.ipynb", "out/a b%20.ipynb"],
  ["jupyter://", ""],
  ["jupyter:///out/", "out"],
  [`${base}lab/tree/out/a%20b.ipynb?token=x#y`, "out/a b.ipynb"],
  [`${base}lab/workspaces/auto-1/tree/a.ipynb`, "a.ipynb"],
  [`${base}notebooks/a.ipynb`, "a.ipynb"],
  [`${base}api/contents/a.ipynb`, "a.ipynb"],
  [`${base}lab`, undefined],
  [`${base}tree/%`, undefined],
  ["http://localhost:8889/tree/a.ipynb", undefined],
  ["http://localhost:8888/tree/a.ipynb", undefined],
  [1, undefined],
])("the path of %s is %s", (location, path) => {
  expect(pathOf(location, base)).toBe(path);
});
