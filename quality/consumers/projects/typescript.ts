import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { entries, published } from "../../../scripts/lib/workspaces.mjs";
import { tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { allOf, pinned } from "../versions.ts";

const packages = published().filter(({ manifest }) => manifest.exports !== undefined);

/** Imports that have the compiler look at every declaration which we publish. */
const allEntries = packages
  .flatMap((workspace) =>
    entries(workspace)
      .filter(({ conditions }) => conditions.types !== undefined)
      .map(({ subpath }) => workspace.manifest.name + subpath.slice(1)),
  )
  .map((name, index) => `export * as m${index} from "${name}";\n`)
  .join("");

/** Compiles the project's files with all libraries checked. */
async function compile(folder: string, files: string[], options: object): Promise<void> {
  const own = { target: "es2022", lib: ["es2022", "dom"], types: ["node"], strict: true };
  const compilerOptions = { ...own, ...options, skipLibCheck: false, noEmit: true };
  writeFileSync(join(folder, "all.mts"), allEntries);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  await tool(folder, "typescript/bin/tsc", ["-p", "."]);
}

const byNode16: Consumer["checks"] = {
  "modules and CommonJS compile by node16, libraries checked": (folder) =>
    compile(folder, ["all.mts", "module.mts", "commonjs.cts"], { module: "node16" }),
};

const byBundler: Consumer["checks"] = {
  "modules compile by bundler, libraries checked": (folder) =>
    compile(folder, ["all.mts", "module.mts"], { module: "esnext", moduleResolution: "bundler" }),
};

export const typescriptConsumers: Consumer[] = allOf("typescript").map((version, index, all) => ({
  name: `TypeScript ${version}`,
  packages: packages.map(({ manifest }) => manifest.name.replace("@scrapbook/", "")),
  tools: { typescript: version, ...pinned("@types/node") },
  sources: ["types"],
  // Each compilation takes seconds: by bundler's rules the first and the last stand for all.
  checks: index === 0 || index === all.length - 1 ? { ...byNode16, ...byBundler } : byNode16,
}));
