import { equal } from "node:assert";
import { join } from "node:path";
import { command } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { pinned } from "../versions.ts";

const run = (folder: string, ...args: string[]): Promise<string> =>
  command(folder, [join(folder, "node_modules/.bin/deno"), "run", "--no-prompt", ...args]);

export const deno: Consumer = {
  name: "Deno",
  packages: ["core", "node-io", "encoders-pandas"],
  tools: pinned("deno"),
  sources: ["deno", "program"],
  checks: {
    "a notebook is read with permission for that file alone": async (folder) =>
      equal((await run(folder, "--allow-read=AAA.ipynb", "value.js")).trim(), "AAA"),
    "a frame is read with permission for the package's WebAssembly too": async (folder) => {
      const wasm = "node_modules/@scrapbook/encoders-pandas/dist/parquet.wasm";
      expectFound(await run(folder, `--allow-read=AAA.ipynb,${wasm}`, "program.js"));
    },
  },
};
