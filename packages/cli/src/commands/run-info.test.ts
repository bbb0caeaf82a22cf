import { workspace } from "../testing/workspace.ts";

const space = workspace();

space.check([
  {
    title: "tells which cell failed with what",
    args: ["run-info", "broken"],
    code: 3,
    out: /BAD +failed .*ValueError: BAD has no prices/,
  },
  {
    title: "fails where a run failed, when asked to",
    args: ["run-info", "broken/BAD.ipynb", "--exit-code"],
    code: 1,
  },
  { title: "is called status, too", args: ["status", "AAA.ipynb"], out: /1 run: 1 completed/ },
]);
