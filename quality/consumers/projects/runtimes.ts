import { join } from "node:path";
import { command } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { pinned } from "../versions.ts";

const packages = ["core", "node-io", "encoders-pandas"];

export const node: Consumer = {
  name: "Node",
  packages,
  sources: ["program", "commonjs"],
  checks: {
    "a module imports the packages": async (folder) =>
      expectFound(await command(folder, [process.execPath, "program.js"])),
    "CommonJS requires them": async (folder) =>
      expectFound(await command(folder, [process.execPath, "program.cjs"])),
  },
};

export const bun: Consumer = {
  name: "Bun",
  packages,
  tools: pinned("bun"),
  sources: ["program", "commonjs"],
  checks: {
    "a module imports the packages": async (folder) =>
      expectFound(await command(folder, [join(folder, "node_modules/.bin/bun"), "program.js"])),
    "CommonJS requires them": async (folder) =>
      expectFound(await command(folder, [join(folder, "node_modules/.bin/bun"), "program.cjs"])),
  },
};
