import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

space.check([
  {
    title: "lists every scrap of a notebook",
    args: ["ls", "AAA.ipynb"],
    out: /length[\s\S]*message[\s\S]*8 scraps in 1 notebook: /,
  },
  {
    title: "lists some scraps of a folder",
    args: ["ls", "tickers", "--name", "dist*"],
    out: /12 scraps in 12 notebooks: json 12/,
  },
  {
    title: "lists the largest first",
    args: ["ls", "AAA.ipynb", "--sort", "size"],
    out: /^notebook .*\nAAA +(prices|chart) /,
  },
  {
    title: "passes over what cannot be read, and says so",
    args: ["ls", "broken"],
    code: 3,
    out: /scraps in 2 notebooks/,
    err: /json-truncated[\s\S]*1 of 3 could not be read\n$/,
  },
  {
    title: "stops at what cannot be read where it is told to",
    args: ["ls", "broken", "--strict"],
    code: 1,
    err: /json-truncated/,
  },
  { title: "marks failed runs", args: ["ls", "broken"], code: 3, out: /1 failed run \(✗\)/ },
  {
    title: "tells that there is nothing of a pattern",
    args: ["ls", "nothing/*.ipynb"],
    code: 1,
    err: /\[store-not-found\]/,
  },
]);

test("gives a line of JSON a scrap, with its exact value", async () => {
  const { out } = await space.run("ls", "AAA.ipynb", "--json");
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ name }) => name)).toEqual([
    "length",
    "symbol",
    "prices",
    "distance",
    "close_to_ath",
    "dj",
    "chart",
    "message",
  ]);
  expect(lines[3]).toMatchObject({
    notebook: "AAA",
    encoder: "json",
    data: 0.3268,
    status: "completed",
  });
  expect(lines[2].data).toEqual({
    dtypes: { close: "float64", high: "float64" },
    rows: 756,
    columns: ["close", "high"],
  });
  expect(lines[6]).toMatchObject({ data: null, display: ["image/png", "text/plain"] });
});

describe("a line of JSON is as its schema says:", () => {
  const schema = new URL("../../../../schemas/scrap-line.schema.json", import.meta.url);
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schema, "utf8")),
  );

  test.each([[[]], [["--full"]], [["--raw"]], [["--merge", "reference"]], [["--sort", "size"]]])(
    "ls --json with %j",
    async (more) => {
      const { out } = await space.run("ls", "tickers", "--json", ...more);
      const lines = out.trimEnd().split("\n");
      expect(lines).toHaveLength(96);
      for (const line of lines) {
        validate(JSON.parse(line));
        expect(validate.errors).toBeNull();
      }
    },
  );
});
