import { existsSync, writeFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

afterEach(() => void vi.unstubAllEnvs());

space.check([
  { title: "writes Markdown", args: ["report", "AAA.ipynb", "--format", "md"], out: /### AAA\n/ },
  { title: "writes a page", args: ["report", "tickers"], out: /^<!doctype html>/i },
  {
    title: "opens a file, so it needs one",
    args: ["report", "tickers", "--open"],
    code: 2,
    err: /Name one/,
  },
]);

/** Programs that a desktop opens files with; these note what they were to open. */
function desktop(): string {
  for (const name of ["xdg-open", "open"]) {
    const program = `#!/bin/sh\nprintf %s "$1" > "${space.at("opened")}.part" && mv "${space.at("opened")}.part" "${space.at("opened")}"\n`;
    writeFileSync(space.at(name), program, { mode: 0o755 });
  }
  return `${space.cwd}:${process.env.PATH}`;
}

test("the page is opened when it is written", async () => {
  vi.stubEnv("PATH", desktop());
  const { code, err } = await space.run("report", "tickers", "-o", "page.html", "--open");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect.poll(() => existsSync(space.at("opened"))).toBe(true);
  expect(space.read("opened")).toBe(space.at("page.html"));
  expect(space.read("page.html")).toMatch(/^<!doctype html>/);
});

test("where nothing opens files, the page is written and its place is said", async () => {
  vi.stubEnv("PATH", space.at("tickers"));
  const { code, err } = await space.run("report", "tickers", "-o", "page.html", "--open");
  expect({ code, err }).toEqual({
    code: 0,
    err: "note: nothing here opens files by itself; the page is page.html\n",
  });
});
