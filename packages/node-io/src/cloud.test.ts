import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { tempFolder } from "./testing/temp-folder.ts";

/** What a program prints that uses this package, in a folder where these packages are installed. */
async function printedWith(packages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await tempFolder(packages);
  const outfile = join(folder, "program.mjs");
  const contents = `
    import { readNotebook } from "./index.ts";
    try {
      console.log((await readNotebook("s3://key:hunter2@bucket/a.ipynb")).source);
    } catch (error) {
      console.log(error.message);
    }
  `;
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  const external = ["@scrapbook/cloud-io"];
  await build({
    ...{ stdin: { contents, resolveDir }, outfile, external, bundle: true, format: "esm" },
    ...{ platform: "node", target: "node20", conditions: ["@scrapbook/source"] },
  });
  return (await promisify(execFile)(process.execPath, [outfile])).stdout;
}

const home = "node_modules/@scrapbook/cloud-io";

test("an address of a bucket names the package to install, where it is not there", async () => {
  const printed = await printedWith({});
  expect(printed).toContain("[store-scheme] No store serves s3:// addresses (s3://bucket/a.ipynb)");
  expect(printed).toContain("Install @scrapbook/cloud-io");
  expect(printed).not.toContain("hunter2");
});

test("an address of a bucket is served by the package, where it is installed", async () => {
  const store = `export const stores = [{
    matches: (location) => String(location).startsWith("s3://"),
    nameOf: () => "in the cloud",
    open: async () => ({ read: async () => new TextEncoder().encode('${emptyNotebook}'), close() {} }),
  }];`;
  const manifest = '{ "name": "@scrapbook/cloud-io", "type": "module", "exports": "./index.js" }';
  const installed = { [`${home}/package.json`]: manifest, [`${home}/index.js`]: store };
  expect(await printedWith(installed)).toBe("in the cloud\n");
});

test("what is wrong with that package is not taken for its being away", async () => {
  const manifest = '{ "name": "@scrapbook/cloud-io", "type": "module", "exports": "./index.js" }';
  const broken = {
    [`${home}/package.json`]: manifest,
    [`${home}/index.js`]: 'import "no-such-sdk";',
  };
  expect(await printedWith(broken)).toContain("Cannot find package 'no-such-sdk'");
});

const emptyNotebook = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}';
