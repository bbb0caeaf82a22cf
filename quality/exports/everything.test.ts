import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { readManifest } from "../../scripts/lib/workspaces.mjs";
import { consumer } from "./installed.ts";

const source = join(root, "packages/scrapbook");
const installed = join(consumer, "node_modules/scrapbook");

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: consumer, encoding: "utf8" }).trim();

// It is private, so no registry has it: its files are laid beside the packages that it needs.
beforeAll(() => {
  for (const file of ["package.json", ...readManifest(source).files]) {
    cpSync(join(source, file), join(installed, file));
  }
});

test("the package of everything runs the command line", () => {
  expect(node(join(installed, "command.js"), "--version")).toContain(
    readManifest(join(root, "packages/cli")).version,
  );
});

test("the package of everything has each name of files and of frames", () => {
  const script = `
    const names = async (name) => Object.keys(await import(name));
    const parts = [...await names("@scrapbook/node-io"), ...await names("@scrapbook/encoders-pandas")];
    const all = new Set(await names("scrapbook"));
    console.log(JSON.stringify(parts.filter((name) => !all.has(name))));`;
  expect(JSON.parse(node("--input-type=module", "--eval", script))).toEqual([]);
});

test("the package of everything is not published before its name is held", () => {
  expect(readManifest(source).private).toBe(true);
});
