import { describe, expect, test } from "vitest";
import { program } from "./testing/program.ts";
import { workspace } from "./testing/workspace.ts";
import { verbs } from "./verbs.ts";

const scrapbook = program();
const space = workspace();

/** What is offered for a command line that ends where the cursor is. */
async function offered(...typed: string[]): Promise<string[]> {
  const { out, code } = await scrapbook.run({ cwd: space.cwd }, "complete", "--", ...typed);
  expect(code).toBe(0);
  return out
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(":"))
    .map((line) => line.split("\t")[0] ?? "");
}

test.each([
  ["zsh", /#compdef scrapbook/],
  ["bash", /complete .*-F .*scrapbook/],
  ["fish", /complete -c scrapbook/],
  ["powershell", /Register-ArgumentCompleter/],
])("the script for %s is printed", async (shell, expected) => {
  const { out, err, code } = await scrapbook.run({ cwd: space.cwd }, "complete", shell);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(expected);
});

test("a shell that has no script is a mistake of the command line", async () => {
  const { code, err, out } = await scrapbook.run({ cwd: space.cwd }, "complete", "tcsh");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/zsh, bash, fish or powershell/);
});

describe("what is offered", () => {
  test("commands", async () => {
    expect(await offered("")).toEqual(expect.arrayContaining(verbs.map(({ name }) => name)));
    expect(await offered("run")).toEqual(["run-info"]);
  });

  test("options of a command, and the values of an option", async () => {
    expect(await offered("ls", "--so")).toEqual(["--sort"]);
    expect(await offered("ls", "--sort", "s")).toEqual(["size"]);
  });

  test("names of scraps out of the notebook", async () => {
    expect(await offered("get", "AAA.ipynb", "")).toContain("close_to_ath");
    expect(await offered("get", "AAA.ipynb", "d")).toEqual(["distance", "dj"]);
  });

  test("no name that a shell would obey", async () => {
    await space.run("set", "AAA.ipynb", "$(touch x)", "1");
    await space.run("set", "AAA.ipynb", "`touch x`", "1");
    await space.run("set", "AAA.ipynb", "\u001b[31m", "1");
    const names = await offered("get", "AAA.ipynb", "");
    expect(names.join("\n")).not.toMatch(/touch|31m/);
  });

  test("nothing of a notebook that cannot be read", async () => {
    expect(await offered("get", "broken/CUT.ipynb", "")).toEqual([]);
  });
});
