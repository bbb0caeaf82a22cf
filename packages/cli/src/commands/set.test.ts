import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

test("a number keeps its spelling, and nothing else changes", async () => {
  const before = space.read("AAA.ipynb");
  expect((await space.run("set", "AAA.ipynb", "distance", "1.50", "--no-trace")).code).toBe(0);
  expect(space.read("AAA.ipynb")).toBe(before.replace('"data": 0.3268', '"data": 1.50'));
});

test.each([
  [["--text", "42"], '"42"\n'],
  [["hello"], '"hello"\n'],
  [['{"a": [1, null]}'], '{"a": [1, null]}\n'],
  [["123456789012345678901234567890"], "123456789012345678901234567890\n"],
  [["--", "-1"], "-1\n"],
])("the value %j is read back as %j", async (value, json) => {
  expect((await space.run("set", "AAA.ipynb", "new", ...value)).code).toBe(0);
  expect((await space.run("get", "AAA.ipynb", "new", "-f", "json")).out).toBe(json);
});

test("a CSV file becomes a DataFrame with pandas' types", async () => {
  writeFileSync(space.at("frame.csv"), "n,x,ok,who\n1,1.5,True,é\n2,,False,\n");
  expect((await space.run("set", "AAA.ipynb", "frame", "--csv", "frame.csv")).err).not.toContain(
    "error",
  );
  const { out } = await space.run("ls", "AAA.ipynb", "--name", "frame", "--json", "--full");
  expect(JSON.parse(out).data).toMatchObject({
    dtypes: { n: "int64", x: "float64", ok: "bool", who: "str" },
    data: [
      { n: 1, x: 1.5, ok: true, who: "é" },
      { n: 2, x: null, ok: false, who: null },
    ],
  });
});

test("a dry run shows the change and makes none", async () => {
  const before = readFileSync(space.at("AAA.ipynb"));
  const { out } = await space.run("set", "AAA.ipynb", "distance", "0.5", "--dry-run", "--no-trace");
  expect(out).toContain("-0.3268\n+0.5\n");
  expect(readFileSync(space.at("AAA.ipynb")).equals(before)).toBe(true);
});

test("a dry run shows the change to a notebook that is edited in pieces", async () => {
  writeFileSync(space.at("large.ipynb"), space.read("AAA.ipynb") + " ".repeat(64 * 1024 * 1024));
  const { out, code } = await space.run("set", "large.ipynb", "distance", "0.5", "--dry-run");
  expect([code, out.includes("-0.3268\n+0.5\n")]).toEqual([0, true]);
});

test("a dry run has the colours of a diff on a terminal, and none elsewhere", async () => {
  const line = ["set", "AAA.ipynb", "distance", "0.5", "--dry-run", "--no-trace"];
  const plain = (await space.run(...line)).out;
  const { out } = await space.runAs({ colours: true, isOutTerminal: true }, ...line);
  expect(out).toContain("\u001b[31m-0.3268\u001b[39m\n\u001b[32m+0.5\u001b[39m\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for.
  expect(out.replace(/\u001b\[\d+m/g, "")).toBe(plain);
});

space.check([
  {
    title: "set wants a value",
    args: ["set", "AAA.ipynb", "x"],
    code: 2,
    err: /Say what the value is/,
  },
  {
    title: "set refuses what is no JSON where JSON is asked for",
    args: ["set", "AAA.ipynb", "x", "{", "--json"],
    code: 1,
    err: /json-truncated/,
  },
  {
    title: "set refuses two ways at once",
    args: ["set", "AAA.ipynb", "x", "1", "--json", "--text"],
    code: 2,
    err: /one value/,
  },
  {
    title: "set refuses what is no picture",
    args: ["set", "AAA.ipynb", "x", "--file", "a.exe"],
    code: 2,
    err: /no picture/,
  },
]);
