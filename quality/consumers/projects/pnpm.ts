import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { allOf, pinned } from "../versions.ts";

/**
 * Lets pnpm install in a folder of its own, in which code finds what the project names, and nothing else: core is
 * not named, and is there only for the packages that need it.
 */
async function install(folder: string): Promise<string> {
  const strict = join(folder, "strict");
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { "@scrapbook/core": core, ...named } = dependencies;
  const overrides = { "@scrapbook/core": core };
  const manifest = { private: true, type: "module", dependencies: named, pnpm: { overrides } };
  mkdirSync(strict);
  writeFileSync(join(strict, "package.json"), JSON.stringify(manifest));
  for (const file of ["program.js", "declared.ts", "AAA.ipynb"]) {
    writeFileSync(join(strict, file), readFileSync(join(folder, file)));
  }
  const options = ["--prefer-offline", "--config.node-linker=isolated", "--config.hoist=false"];
  await command(strict, [
    process.execPath,
    join(folder, "node_modules/pnpm/bin/pnpm.cjs"),
    "install",
    ...options,
  ]);
  return strict;
}

export const pnpm: Consumer = {
  name: "pnpm",
  packages: ["core", "node-io", "encoders-pandas"],
  tools: { ...pinned("pnpm", "@types/node"), typescript: allOf("typescript").at(-1) as string },
  sources: ["program", "declared"],
  checks: {
    "a program runs with only what it names": async (folder) =>
      expectFound(await command(await install(folder), [process.execPath, "program.js"])),
    "declarations of what it exports need no other package": async (folder) => {
      const options = ["--declaration", "--module", "nodenext", "--target", "es2022", "--strict"];
      const files = ["--outDir", "out", "strict/declared.ts"];
      await tool(folder, "typescript/bin/tsc", [...options, ...files]);
    },
  },
};
