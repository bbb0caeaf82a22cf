import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, expect, test } from "vitest";
import config from "../../.dependency-cruiser.mjs";

const folder = mkdtempSync(join(tmpdir(), "dependencies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let houses = 0;

/** The rules that a house of these files breaks; `@scrapbook/x` is its `packages/x`. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const house = join(folder, String(houses++));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
    const [, name] = /^packages\/([^/]+)/.exec(file) ?? [];
    if (name === undefined) continue;
    const manifest = { name: `@scrapbook/${name}`, exports: { ".": "./src/index.ts" } };
    writeFileSync(join(house, "packages", name, "package.json"), JSON.stringify(manifest));
    mkdirSync(join(house, "node_modules/@scrapbook"), { recursive: true });
    const link = join(house, "node_modules/@scrapbook", name);
    rmSync(link, { force: true });
    symlinkSync(join(house, "packages", name), link);
  }
  const { forbidden, options } = config;
  const { tsConfig: _, enhancedResolveOptions, ...rest } = options ?? {};
  const folders = [...new Set(Object.keys(files).map((file) => file.split("/")[0] as string))];
  const { output } = await cruise(
    folders,
    { ...rest, baseDir: house, ruleSet: { forbidden: forbidden ?? [] }, validate: true },
    enhancedResolveOptions,
  );
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
}

const room = "packages/core/src";
const value = "export const a = 1; export type A = 1;\n";

test.each<[wrong: string, rules: string[], files: Record<string, string>]>([
  [
    "a lower floor of core that imports a higher one",
    ["floor-decode"],
    { [`${room}/decode/a.ts`]: 'import "../scrap/b.ts";', [`${room}/scrap/b.ts`]: value },
  ],
  [
    "a lower floor that imports but a type of a higher one",
    ["floor-json"],
    {
      [`${room}/json/a.ts`]: 'import type { A } from "../notebook/b.ts"; export type B = A;',
      [`${room}/notebook/b.ts`]: value,
    },
  ],
  [
    "json that imports its edits",
    ["floor-json"],
    { [`${room}/json/a.ts`]: 'export * from "./edit/b.ts";', [`${room}/json/edit/b.ts`]: value },
  ],
  [
    "a room that imports an entry",
    ["floor-edit"],
    { [`${room}/edit/a.ts`]: 'import "../internal.ts";', [`${room}/internal.ts`]: value },
  ],
  [
    "an annex that imports more than the ground",
    ["annex"],
    { [`${room}/simd/a.ts`]: 'import "../decode/b.ts";', [`${room}/decode/b.ts`]: value },
  ],
  [
    "a room without a floor",
    ["every-room-has-a-floor"],
    { [`${room}/attic/a.ts`]: 'import "../error/b.ts";', [`${room}/error/b.ts`]: value },
  ],
  [
    "a platform that stands on something",
    ["platform-is-the-ground"],
    { [`${room}/platform.ts`]: 'import "./error/b.ts";', [`${room}/error/b.ts`]: value },
  ],
  [
    "core that imports Node",
    ["core-imports-nothing"],
    { [`${room}/json/a.ts`]: 'import "node:fs";' },
  ],
  [
    "core that imports a sibling's type",
    ["arrow-core", "core-imports-nothing"],
    {
      [`${room}/json/a.ts`]: 'import type { A } from "@scrapbook/report"; export type B = A;',
      "packages/report/src/index.ts": value,
    },
  ],
  [
    "a package that imports a sibling other than core",
    ["arrow-report"],
    {
      "packages/report/src/a.ts": 'import "@scrapbook/node-io";',
      "packages/node-io/src/index.ts": value,
    },
  ],
  [
    "a package that reaches into core's files",
    ["by-name"],
    {
      "packages/report/src/a.ts": 'import "../../core/src/json/b.ts";',
      "packages/core/src/json/b.ts": value,
    },
  ],
  [
    "node-io that loads cloud-io at its start",
    ["lazy-node-io"],
    {
      "packages/node-io/src/a.ts": 'import "@scrapbook/cloud-io";',
      "packages/cloud-io/src/index.ts": value,
    },
  ],
  [
    "a package without an arrow",
    ["every-package-has-an-arrow"],
    { "packages/new/src/a.ts": 'import "./b.ts";', "packages/new/src/b.ts": value },
  ],
  [
    "a test that imports the conformance runner",
    ["nobody-imports-conformance"],
    {
      "packages/report/src/a.test.ts": 'import "../../../conformance/runner/src/b.ts";',
      "conformance/runner/src/b.ts": value,
    },
  ],
  [
    "what is published and imports what tests share",
    ["floor-json", "no-test-in-production"],
    {
      [`${room}/json/a.ts`]: 'import "./testing/b.ts";',
      [`${room}/json/testing/b.ts`]: value,
    },
  ],
  [
    "an import that leads nowhere",
    ["resolvable"],
    { "packages/report/src/a.ts": 'import "none";' },
  ],
  [
    "a cycle of types",
    ["no-cycle"],
    {
      [`${room}/json/a.ts`]: 'import type { B } from "./b.ts"; export type A = B;',
      [`${room}/json/b.ts`]: 'import type { A } from "./a.ts"; export type B = A;',
    },
  ],
])("%s is refused", async (_, rules, files) => {
  expect(await brokenRules(files)).toEqual(rules);
});

test.each<[right: string, files: Record<string, string>]>([
  [
    "a higher floor of core imports a lower one",
    { [`${room}/io/a.ts`]: 'import "../json/edit/b.ts";', [`${room}/json/edit/b.ts`]: value },
  ],
  [
    "every room imports the platform",
    { [`${room}/error/a.ts`]: 'import "../platform.ts";', [`${room}/platform.ts`]: value },
  ],
  [
    "an entry imports what it exports",
    { [`${room}/index.ts`]: 'export * from "./edit/b.ts";', [`${room}/edit/b.ts`]: value },
  ],
  [
    "a test imports a higher floor",
    { [`${room}/json/a.test.ts`]: 'import "../edit/b.ts";', [`${room}/edit/b.ts`]: value },
  ],
  [
    "a package imports core by its name, and Node",
    {
      "packages/node-io/src/a.ts": 'import "@scrapbook/core"; import "node:fs";',
      "packages/core/src/index.ts": value,
    },
  ],
  [
    "node-io imports cloud-io when it is asked to",
    {
      "packages/node-io/src/a.ts": 'export const load = () => import("@scrapbook/cloud-io");',
      "packages/cloud-io/src/index.ts": value,
    },
  ],
  [
    "cli imports report",
    {
      "packages/cli/src/a.ts": 'import "@scrapbook/report";',
      "packages/report/src/index.ts": value,
    },
  ],
  [
    "conformance imports core",
    {
      "conformance/harnesses/a.ts": 'import "@scrapbook/core";',
      "packages/core/src/index.ts": value,
    },
  ],
])("%s", async (_, files) => {
  expect(await brokenRules(files)).toEqual([]);
});
