import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entries, published } from "../../scripts/lib/workspaces.mjs";
import { consumer } from "../exports/installed.ts";
import { diagnostics } from "./compile.ts";

/** Packages whose declarations may name what their platform brings; the others compile with no types at all. */
const platforms: Record<string, { types?: string[]; lib?: string[] }> = {
  "@scrapbook/node-io": { types: ["node"] },
  "@scrapbook/browser-io": { lib: ["ES2022", "DOM", "DOM.AsyncIterable"] },
  "@scrapbook/cloud-io": { lib: ["ES2022", "DOM"] },
};

const packages = published()
  .map((workspace) => ({
    name: workspace.manifest.name,
    modules: entries(workspace)
      .filter(({ conditions }) => conditions.types !== undefined)
      .map(({ subpath }) => workspace.manifest.name + subpath.slice(1)),
  }))
  .filter(({ modules }) => modules.length > 0)
  .flatMap((it) => [
    { ...it, module: "NodeNext", moduleResolution: "NodeNext" },
    { ...it, module: "ESNext", moduleResolution: "Bundler" },
  ]);

test.each(packages)(
  "a strict consumer of $name compiles by $moduleResolution, library checked",
  async ({ name, modules, module, moduleResolution }) => {
    const folder = join(consumer, `types-${moduleResolution}`, name);
    mkdirSync(folder, { recursive: true });
    const imports = modules.map((it, index) => `export * as m${index} from "${it}";\n`);
    writeFileSync(join(folder, "index.ts"), imports.join(""));
    const { types = [], lib = ["ES2022"] } = platforms[name] ?? {};
    const options = {
      ...{ module, moduleResolution, lib, types },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
    };
    expect(await diagnostics(folder, options)).toBe("");
  },
);
