import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

space.check([
  {
    title: "shows a row for each notebook",
    args: ["table", "tickers", "-c", "symbol,distance", "--sort", "-distance"],
    out: /^key +symbol +distance\n/,
  },
  {
    title: "writes CSV",
    args: ["table", "AAA.ipynb", "-c", "distance,symbol", "-f", "csv"],
    out: "key,distance,symbol\nAAA,0.3268,AAA\n",
  },
  {
    title: "rounds for reading",
    args: ["table", "AAA.ipynb", "-c", "distance", "--precision", "1"],
    out: /AAA +0\.3\n/,
  },
  {
    title: "refuses a column that no notebook has",
    args: ["table", "tickers", "-c", "distanc"],
    code: 2,
    err: /names "distanc", and no notebook has it\. Did you mean "distance"/,
  },
  {
    title: "refuses to sort by a column that is not there",
    args: ["table", "AAA.ipynb", "--sort", "x"],
    code: 2,
    err: /no such column/,
  },
]);

test("writes Parquet, which begins and ends as Parquet does", async () => {
  await space.run("table", "tickers", "-o", "table.parquet");
  const bytes = readFileSync(space.at("table.parquet"));
  expect(bytes.subarray(0, 4).toString()).toBe("PAR1");
  expect(bytes.subarray(-4).toString()).toBe("PAR1");
});
