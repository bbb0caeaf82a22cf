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

const versions = allOf("typescript");
const nameOf = (version: string): string => `typescript-${version}`;

/** Compiles the project's files with all libraries checked. */
async function compile(
  folder: string,
  version: string,
  files: readonly string[],
  options: object,
): Promise<void> {
  const own = { target: "es2022", lib: ["es2022", "dom"], types: ["node"], strict: true };
  const compilerOptions = { ...own, ...options, skipLibCheck: false, noEmit: true };
  writeFileSync(join(folder, "all.mts"), allEntries);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  await tool(folder, `${nameOf(version)}/bin/tsc`, ["-p", "."]);
}

const byNode16 = (version: string): Consumer["checks"] => ({
  [`modules and CommonJS compile by node16 with ${version}, libraries checked`]: (folder) =>
    compile(folder, version, ["all.mts", "module.mts", "commonjs.cts"], { module: "node16" }),
});

const byBundler = (version: string): Consumer["checks"] => ({
  [`modules compile by bundler with ${version}, libraries checked`]: (folder) =>
    compile(folder, version, ["all.mts", "module.mts"], {
      module: "esnext",
      moduleResolution: "bundler",
    }),
});

/** All compilers in one project: most of what one of its own would take is installing our packages. */
export const typescript: Consumer = {
  name: "TypeScript",
  packages: packages.map(({ manifest }) => manifest.name.replace("@scrapbook/", "")),
  tools: {
    ...Object.fromEntries(versions.map((it) => [nameOf(it), `npm:typescript@${it}`])),
    ...pinned("@types/node"),
  },
  sources: ["types"],
  // Each compilation takes seconds: by bundler's rules the first and the last stand for all.
  checks: Object.assign(
    {},
    ...versions.map(byNode16),
    ...[versions.at(0), versions.at(-1)].map((it) => byBundler(it as string)),
  ),
};
