import { expect, test } from "vitest";
import { workspace } from "./testing/workspace.ts";

const space = workspace();

space.check([
  { title: "prints its version in one line", args: ["--version"], out: /^\d+\.\d+\.\d+\n$/ },
  { title: "shows help with the exit codes", args: ["--help"], out: /Exit codes:/ },
  {
    title: "shows examples of each command",
    args: ["rm", "--help"],
    out: /Examples:\n {2}scrapbook rm /,
  },
  { title: "suggests a command", args: ["lss"], code: 2, err: /Did you mean ls\?/ },
  {
    title: "suggests an option",
    args: ["ls", "AAA.ipynb", "--jsn"],
    code: 2,
    err: /Did you mean --json\?/,
  },
  {
    title: "names the values of an option",
    args: ["ls", "AAA.ipynb", "--sort", "x"],
    code: 2,
    err: /notebook, name, size, encoder/,
  },
  { title: "wants a path", args: ["ls"], code: 2, err: /missing required argument 'path'/ },
]);

test("an error names its page to a person, and is one line in a log", async () => {
  const [{ err: seen }, { err: logged }] = await Promise.all([
    space.runAs({ isErrTerminal: true }, "get", "no.ipynb", "x"),
    space.runAs({}, "get", "no.ipynb", "x"),
  ]);
  expect(seen).toBe(`${logged}more: docs/errors/store-not-found.md\n`);
  expect(logged).toMatch(/^error: \[store-not-found\] .*\n$/);
});

test("a reader that has gone ends it without a word", async () => {
  const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  const outcome = await space.runAs({ out: () => Promise.reject(gone) }, "ls", "AAA.ipynb");
  expect(outcome).toMatchObject({ code: 0, err: "" });
});
