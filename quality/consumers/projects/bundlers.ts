import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { openPage } from "../chromium.ts";
import { command, tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { withServer } from "../static-server.ts";
import { pinned } from "../versions.ts";

/** Opens the page of a bundle in `bundle`, as a host of static files serves it. */
async function expectPage(folder: string): Promise<void> {
  copyFileSync(join(folder, "AAA.ipynb"), join(folder, "bundle/AAA.ipynb"));
  expectFound(await withServer(join(folder, "bundle"), openPage));
}

/** Runs a bundle where nothing is installed: beside it lie the notebook and the WebAssembly of frames. */
async function expectDeployed(folder: string, bundle: string): Promise<void> {
  const empty = mkdtempSync(join(tmpdir(), "deployed-"));
  try {
    const wasm = "node_modules/@scrapbook/encoders-pandas/dist/parquet.wasm";
    for (const file of [bundle, wasm, "AAA.ipynb"]) {
      copyFileSync(join(folder, file), join(empty, basename(file)));
    }
    expectFound(await command(empty, [process.execPath, basename(bundle)]));
  } finally {
    rmSync(empty, { recursive: true });
  }
}

export const webpack: Consumer = {
  name: "webpack",
  packages: ["core", "browser-io", "encoders-pandas"],
  tools: pinned("webpack", "webpack-cli"),
  sources: ["page", "script-page", "webpack"],
  checks: {
    "the page runs from its build": async (folder) => {
      await tool(folder, "webpack-cli/bin/cli.js", ["build"]);
      await expectPage(folder);
    },
  },
};

const esbuildTool = (folder: string, ...args: string[]): Promise<string> =>
  command(folder, [join(folder, "node_modules/.bin/esbuild"), "--bundle", ...args]);

const forNode = ["--platform=node", "--target=node20"];

export const esbuild: Consumer = {
  name: "esbuild",
  packages: ["core", "browser-io", "node-io", "encoders-pandas"],
  tools: pinned("esbuild"),
  sources: ["page", "script-page", "esbuild-page", "program", "commonjs"],
  checks: {
    "the page runs, its WebAssembly and its worker files of the bundle": async (folder) => {
      await esbuildTool(
        folder,
        ...["page.js", "worker.js"],
        "--format=esm",
        "--loader:.wasm=file",
        "--outdir=bundle",
      );
      await expectPage(folder);
    },
    "a program as one module runs where nothing is installed": async (folder) => {
      await esbuildTool(folder, "program.js", ...forNode, "--format=esm", "--outfile=out/one.mjs");
      await expectDeployed(folder, "out/one.mjs");
    },
    "a program as one CommonJS file runs where nothing is installed": async (folder) => {
      await esbuildTool(folder, "program.cjs", ...forNode, "--format=cjs", "--outfile=out/one.cjs");
      await expectDeployed(folder, "out/one.cjs");
    },
    "a program runs beside the packages that it was bundled from": async (folder) => {
      expectFound(await command(folder, [process.execPath, "out/one.mjs"]));
      expectFound(await command(folder, [process.execPath, "out/one.cjs"]));
    },
  },
};

export const rollup: Consumer = {
  name: "Rollup",
  packages: ["core", "browser-io", "node-io", "encoders-pandas"],
  tools: pinned("rollup", "@rollup/plugin-node-resolve", "@web/rollup-plugin-import-meta-assets"),
  sources: ["page", "script-page", "program", "rollup"],
  checks: {
    "the page runs from its build": async (folder) => {
      await tool(folder, "rollup/dist/bin/rollup", ["--config"]);
      await expectPage(folder);
    },
    "a program runs from its build": async (folder) =>
      expectFound(await command(folder, [process.execPath, "server/program.mjs"])),
  },
};
