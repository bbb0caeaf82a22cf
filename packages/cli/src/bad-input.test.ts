import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { program } from "./testing/program.ts";
import { workspace } from "./testing/workspace.ts";

const scrapbook = program();
const space = workspace();

test.each([
  ["a missing notebook", "get NONE.ipynb x", "store-not-found", 1],
  ["a missing folder", "ls none", "store-not-found", 1],
  ["a folder in the place of a notebook", "get tickers x", "store-not-file", 1],
  ["a cut notebook", "get broken/CUT.ipynb x", "json-truncated", 1],
  ["a scrap that is not there", "get AAA.ipynb distanc", "notebook-scrap-missing", 1],
  ["a scheme that nothing knows", "ls ftp://example.com/a.ipynb", "store-scheme", 1],
  ["a folder for -o that is not there", "get AAA.ipynb chart -o none/a.png", "store-not-found", 1],
  ["a folder in the place of -o", "get AAA.ipynb chart -o tickers", "store-not-file", 1],
  ["a full device", "get AAA.ipynb chart -o /dev/full", "store-full", 1],
  ["a full device for a table", "table tickers -o /dev/full", "store-full", 1],
  ["a missing CSV file", "set AAA.ipynb x --csv none.csv", "store-not-found", 1],
  ["a missing picture", "set AAA.ipynb x --file none.png", "store-not-found", 1],
  ["a module that is no encoder", "ls AAA.ipynb --encoder-module AAA.ipynb", "usage-argument", 2],
])("%s is told in one line, with its code", async (_, line, code, exit) => {
  const outcome = await scrapbook.run({ cwd: space.cwd }, ...line.split(" "));
  expect(outcome.err).toMatch(new RegExp(`^error: \\[${code}\\] [^\\n]*\\n$`));
  expect(outcome).toMatchObject({ code: exit, out: "" });
});

test("ls ends with how many notebooks could not be read", async () => {
  const { err, code } = await scrapbook.run({ cwd: space.cwd }, "ls", "broken", "tickers");
  expect(err).toMatch(/^error: \[json-truncated\] .*\n1 of 15 could not be read\n$/);
  expect(code).toBe(3);
});

test("a reader that goes away ends it quietly", async () => {
  const line = "set -o pipefail; scrapbook ls tickers --json --full | head -1 | wc -l; echo $?";
  const { out, err } = await scrapbook.shell({ cwd: space.cwd }, line);
  expect({ out, err }).toEqual({ out: "1\n0\n", err: "" });
});

test("a full standard output is told, not passed over", async () => {
  const { err, out } = await scrapbook.shell(
    { cwd: space.cwd },
    "scrapbook ls tickers > /dev/full; echo $?",
  );
  expect(out).toBe("1\n");
  expect(err).toMatch(/^error: \[store-full\] [^\n]*\n$/);
});

test("two writers at once both come through, and neither loses the other's scrap", async () => {
  const { cwd } = space;
  const names = Array.from({ length: 6 }, (_, index) => `scrap${index}`);
  const ended = await Promise.all(
    names.map((name) => scrapbook.run({ cwd }, "set", "AAA.ipynb", name, "1", "--quiet")),
  );
  expect(ended).toEqual(names.map(() => ({ code: 0, out: "", err: "" })));
  const { out } = await space.run("ls", "AAA.ipynb");
  for (const name of names) expect(out).toContain(name);
});

test.each([0, 40, 80, 120, 160])("a kill after %d ms leaves a whole notebook", async (delay) => {
  const { cwd } = space;
  const line = `scrapbook set AAA.ipynb distance 0.5 --quiet & sleep ${delay / 1000}; kill -INT $!; wait $!; true`;
  await scrapbook.shell({ cwd }, line);
  expect((await space.run("get", "AAA.ipynb", "distance")).out).toMatch(/^0\.(3268|5)\n$/);
  expect(readdirSync(cwd).sort()).toEqual(["AAA.ipynb", "ABC.ipynb", "broken", "tickers"]);
});
