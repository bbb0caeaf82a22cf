import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

space.check([
  {
    title: "is content with good notebooks",
    args: ["validate", "tickers"],
    out: "12 notebooks checked: no problems\n",
  },
  {
    title: "names the line and column of what is wrong",
    args: ["validate", "broken/CUT.ipynb"],
    code: 3,
    out: /CUT\.ipynb:\d+:\d+: error: \[json-truncated\]/,
  },
  {
    title: "annotates for GitHub",
    args: ["validate", "broken/CUT.ipynb", "-f", "github"],
    code: 3,
    out: /^::error file=.*,line=\d+,col=\d+,title=json-truncated::/,
  },
  {
    title: "writes JUnit's XML",
    args: ["validate", "tickers", "-f", "junit"],
    out: /<testsuite name="scrapbook validate" tests="12" failures="0">/,
  },
]);

test("writes SARIF with a result for each problem", async () => {
  const { out } = await space.run("validate", "broken/CUT.ipynb", "-f", "sarif");
  const [run] = JSON.parse(out).runs;
  expect(run.results).toHaveLength(1);
  expect(run.results[0]).toMatchObject({ ruleId: "json-truncated", level: "error" });
});
