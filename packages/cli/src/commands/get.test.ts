import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

space.check([
  {
    title: "prints a number as the notebook spells it",
    args: ["get", "AAA.ipynb", "distance"],
    out: "0.3268\n",
  },
  { title: "prints text as it is", args: ["get", "AAA.ipynb", "symbol"], out: "AAA\n" },
  {
    title: "prints text as JSON where JSON is asked for",
    args: ["get", "AAA.ipynb", "symbol", "-f", "json"],
    out: '"AAA"\n',
  },
  {
    title: "prints a DataFrame as CSV where no person reads it",
    args: ["get", "AAA.ipynb", "prices"],
    out: /^date,close,high\n2023-01-02,98\.12,98\.12\n/,
  },
  {
    title: "prints a DataFrame as Markdown",
    args: ["get", "AAA.ipynb", "prices", "-f", "md"],
    out: /^\| date \| close \| high \|\n/,
  },
  {
    title: "prints scalars as YAML for papermill",
    args: ["get", "AAA.ipynb", "--as-params"],
    out: /^"length": 756\n"symbol": "AAA"\n/,
  },
  {
    title: "names near names for one that is not there",
    args: ["get", "AAA.ipynb", "distanc"],
    code: 1,
    err: /Did you mean "distance"\?/,
  },
  { title: "asks for a name", args: ["get", "AAA.ipynb"], code: 2, err: /Say which scrap/ },
  {
    title: "tells that a file is not there",
    args: ["get", "ZZZ.ipynb", "x"],
    code: 1,
    err: /\[store-not-found\]/,
  },
  {
    title: "tells that CSV is for DataFrames",
    args: ["get", "AAA.ipynb", "symbol", "-f", "csv"],
    code: 2,
    err: /Only DataFrames are written as csv/,
  },
]);

test("gives a picture's bytes, which the file's extension chooses", async () => {
  const { code } = await space.run("get", "AAA.ipynb", "chart", "-o", "chart.png");
  expect(code).toBe(0);
  expect(readFileSync(space.at("chart.png")).subarray(1, 4).toString()).toBe("PNG");
});

test("gives the stored Parquet file unchanged", async () => {
  await space.run("get", "AAA.ipynb", "prices", "-o", "prices.parquet");
  const stored = JSON.parse(space.read("AAA.ipynb")) as {
    cells: { outputs?: { data?: Record<string, { data: string }> }[] }[];
  };
  const base64 = stored.cells
    .flatMap(({ outputs = [] }) => outputs)
    .map(({ data }) => data?.["application/scrapbook.scrap.pandas+json"]?.data)
    .find((it) => it !== undefined);
  expect(readFileSync(space.at("prices.parquet")).toString("base64")).toBe(
    base64?.replace(/\s/g, ""),
  );
});

test("refuses to write a picture to a terminal", async () => {
  const outcome = await space.runAs({ isOutTerminal: true }, "get", "AAA.ipynb", "chart");
  expect(outcome).toMatchObject({ code: 2, out: "" });
  expect(outcome.err).toContain("-o chart.png");
});
