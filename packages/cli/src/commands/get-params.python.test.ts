import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();
const python = process.env.SCRAPBOOK_PYTHON ?? "";

/** A notebook with default values, as papermill finds them: in the cell tagged `parameters`. */
const next = {
  cells: [
    {
      cell_type: "code",
      execution_count: null,
      id: "defaults",
      metadata: { tags: ["parameters"] },
      outputs: [],
      source: "distance = 0.0\nsymbol = ''\nlength = 0\n",
    },
  ],
  metadata: { kernelspec: { display_name: "Python 3", language: "python", name: "python3" } },
  nbformat: 4,
  nbformat_minor: 5,
};

test("what get gives as parameters is what papermill -f injects into the next notebook", async () => {
  const { out, code } = await space.run("get", "AAA.ipynb", "--as-params");
  expect(code).toBe(0);
  writeFileSync(space.at("params.yaml"), out);
  writeFileSync(space.at("NEXT.ipynb"), JSON.stringify(next));
  const files = [space.at("NEXT.ipynb"), space.at("DONE.ipynb")];
  const args = ["-m", "papermill", "-f", space.at("params.yaml"), "--prepare-only", ...files];
  execFileSync(python, args, { stdio: "pipe" });
  const { metadata, cells } = JSON.parse(space.read("DONE.ipynb"));
  expect(metadata.papermill.parameters).toMatchObject({
    distance: 0.3268,
    length: 756,
    symbol: "AAA",
  });
  expect(cells[1].metadata.tags).toEqual(["injected-parameters"]);
  expect([cells[1].source].flat().join("")).toContain("distance = 0.3268\n");
});
