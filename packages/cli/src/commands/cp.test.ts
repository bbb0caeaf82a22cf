import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

test("a copy is the same to the byte", async () => {
  await space.run("cp", "AAA.ipynb", "chart", "ABC.ipynb", "aaa_chart");
  await space.run("get", "AAA.ipynb", "chart", "-o", "one.png");
  await space.run("get", "ABC.ipynb", "aaa_chart", "-o", "two.png");
  expect(readFileSync(space.at("one.png")).equals(readFileSync(space.at("two.png")))).toBe(true);
});

space.check([
  {
    title: "refuses a name that is taken",
    args: ["cp", "AAA.ipynb", "chart", "ABC.ipynb"],
    code: 1,
    err: /notebook-scrap-exists/,
  },
]);
