import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

test("Jupyter's trust is spoken of once", async () => {
  const { err } = await space.run("mv", "AAA.ipynb", "dj", "dow");
  expect(err).toMatch(/^note: Jupyter hides HTML and JavaScript .*\n$/);
});

space.check([
  {
    title: "mv refuses a name that is taken",
    args: ["mv", "AAA.ipynb", "dj", "chart"],
    code: 1,
    err: /notebook-scrap-exists/,
  },
  {
    title: "replaces a scrap when told to",
    args: ["mv", "AAA.ipynb", "dj", "chart", "--force", "--quiet"],
    out: "",
    err: "",
  },
]);
