import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

test("saves every scrap, and removes them once they are on the disk", async () => {
  const { code, err } = await space.run("extract", "AAA.ipynb", "--to", "out", "--rm");
  expect(code).toBe(0);
  expect(err).toContain("10 files in out; 8 scraps removed in 1 notebook");
  expect(readFileSync(space.at("out/AAA/prices.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  expect(space.read("out/AAA/distance.json")).toBe("0.3268\n");
  expect((await space.run("ls", "AAA.ipynb")).out).toContain("0 scraps in 1 notebook");
});

test("replaces no file unasked, and then removes nothing", async () => {
  await space.run("extract", "AAA.ipynb", "--to", "out");
  const again = await space.run("extract", "AAA.ipynb", "--to", "out", "--rm");
  expect(again.code).toBe(1);
  expect(again.err).toContain("[store-conflict]");
  expect((await space.run("ls", "AAA.ipynb")).out).toContain("8 scraps");
});

test("several notebooks lose scraps only when somebody agrees", async () => {
  const refused = await space.run("extract", "tickers", "--to", "out", "--rm");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain("12 notebooks will be changed");
  expect((await space.run("ls", "tickers")).out).toContain("96 scraps");
});

test("a value glued after the files were saved is not removed", async () => {
  async function* answer() {
    await space.run("set", "tickers/ABC.ipynb", "distance", "0.5");
    yield Buffer.from("y\n");
  }
  const person = { isInTerminal: true, isErrTerminal: true, stdin: Readable.from(answer()) };
  const args = ["extract", "tickers", "--name", "distance", "--to", "out", "--rm"];
  const { code, err } = await space.runAs(person, ...args);
  expect(code).toBe(3);
  expect(err).toMatch(/store-conflict.*[\s\S]*11 scraps removed in 11 notebooks/);
  expect((await space.run("get", "tickers/ABC.ipynb", "distance")).out).toBe("0.5\n");
});

space.check([
  {
    title: "tells which files it would write",
    args: ["extract", "AAA.ipynb", "--name", "dist*", "--to", "out", "--dry-run"],
    out: "out/AAA/distance.json\n",
    err: "1 file would be saved in out\n",
  },
]);
