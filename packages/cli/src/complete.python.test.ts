import { expect, test } from "vitest";
import { program } from "./testing/program.ts";
import { lookAt } from "./testing/pseudo-terminal.ts";
import { workspace } from "./testing/workspace.ts";

const scrapbook = program();
const space = workspace();

test("bash completes a command, an option and the name of a scrap", () => {
  const line = "scrapbook ge\tAAA.ipynb --for\tjson clo\t";
  const { screen } = lookAt(["bash", "--norc", "--noprofile", "-i"], {
    cwd: space.cwd,
    columns: 120,
    env: { PATH: `${scrapbook.bin}:${process.env.PATH}`, PS1: "ready> ", TERM: "dumb" },
    input: [
      ["ready> ", "source <(scrapbook complete bash); echo sour''ced\n"],
      ["sourced", line],
      ["scrapbook get AAA.ipynb --format json close_to_ath", "\n"],
      ["false", "exit\n"],
    ],
  });
  expect(screen).toContain("scrapbook get AAA.ipynb --format json close_to_ath");
  expect(screen).toMatch(/\nfalse\n/);
});
