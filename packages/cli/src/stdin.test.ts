import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { program } from "./testing/program.ts";
import { workspace } from "./testing/workspace.ts";

const scrapbook = program();
const space = workspace();

/** Commands that read one notebook from standard input. */
const readers: readonly (readonly [line: string, out: RegExp])[] = [
  ["ls -", /8 scraps in 1 notebook/],
  ["ls - --json", /"name": "distance"/],
  ["get - distance", /^0\.3268\n$/],
  ["get - prices -f csv", /^date,close,high\n/],
  ["get - --as-params", /"distance": 0\.3268\n/],
  ["table -", /distance/],
  ["run-info -", /1 run: 1 completed/],
  ["report - --format md", /### /],
  ["report -", /^<!doctype html>/i],
  ["validate -", /1 notebook checked: no problems/],
  ["extract - --to out --name symbol --dry-run", /symbol\.txt\n/],
];

test.each(readers)("scrapbook %s reads standard input", async (line, out) => {
  const input = readFileSync(space.at("AAA.ipynb"));
  const ended = await scrapbook.run({ cwd: space.cwd, input }, ...line.split(" "));
  expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(out) });
});

describe("what cannot be written back", () => {
  test.each([["set - x 1"], ["mv - dj dow"], ["rm - --name dj"], ["cp AAA.ipynb dj -"]])(
    "scrapbook %s is refused",
    async (line) => {
      const input = readFileSync(space.at("AAA.ipynb"));
      const ended = await scrapbook.run({ cwd: space.cwd, input }, ...line.split(" "));
      expect(ended.err).toMatch(/error: \[store-unsupported\]/);
      expect(ended.code).toBe(1);
    },
  );
});

test("a value, a CSV file and a source of copies may be standard input", async () => {
  const { cwd } = space;
  await scrapbook.run({ cwd, input: '{"a": 1.0}' }, "set", "AAA.ipynb", "value", "-");
  await scrapbook.run({ cwd, input: "n\n1\n" }, "set", "AAA.ipynb", "frame", "--csv", "-");
  const input = readFileSync(space.at("ABC.ipynb"));
  await scrapbook.run({ cwd, input }, "cp", "-", "symbol", "AAA.ipynb", "other");
  const { out } = await space.run("ls", "AAA.ipynb", "--json", "--sort", "name");
  expect(out).toMatch(/"name": "other", "encoder": "text", "data": "ABC"/);
  expect(out).toMatch(/"name": "value", "encoder": "json", "data": \{"a": 1\.0\}/);
  expect(out).toMatch(/"name": "frame", "encoder": "pandas".*"rows": 1/);
});

test("a text keeps its last line end when it is read from standard input", async () => {
  await scrapbook.run({ cwd: space.cwd, input: "a\nb\n" }, "set", "AAA.ipynb", "x", "-", "--text");
  expect((await space.run("get", "AAA.ipynb", "x", "-f", "json")).out).toBe('"a\\nb\\n"\n');
});

test("nothing on standard input is told as such", async () => {
  const ended = await scrapbook.run({ cwd: space.cwd }, "get", "-", "x");
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/^error: \[json-empty\] .*\n$/);
});

test("pipes of commands work, and a reader that goes ends them quietly", async () => {
  const { cwd } = space;
  const line = "set -o pipefail; cat AAA.ipynb | scrapbook get - prices | head -2; echo $?";
  const { out, err } = await scrapbook.shell({ cwd }, line);
  expect({ out, err }).toEqual({ out: "date,close,high\n2023-01-02,98.12,98.12\n0\n", err: "" });
});
