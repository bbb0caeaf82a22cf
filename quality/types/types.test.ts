import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entries, published } from "../../scripts/lib/workspaces.mjs";
import { consumer } from "../exports/installed.ts";
import { diagnostics } from "./compile.ts";

interface Platform {
  readonly types?: string[];
  readonly lib?: string[];
}

/** Packages and entries whose declarations may name what their platform brings; the others compile with no types at all. */
const platforms: Record<string, Platform> = {
  "@scrapbook/node-io": { types: ["node"] },
  "@scrapbook/browser-io": { lib: ["ES2022", "DOM", "DOM.AsyncIterable"] },
  "@scrapbook/cloud-io": { lib: ["ES2022", "DOM"] },
  "@scrapbook/report/dom": { lib: ["ES2022", "DOM"] },
  "@scrapbook/report/element": { lib: ["ES2022", "DOM"] },
};

/** The modules that compile by the same platform, in one program: a library takes long to be checked. */
const byPlatform = new Map<string, string[]>();
for (const workspace of published()) {
  const { name } = workspace.manifest;
  for (const { subpath, conditions } of entries(workspace)) {
    if (conditions.types === undefined) continue;
    const module = name + subpath.slice(1);
    const platform = JSON.stringify(platforms[module] ?? platforms[name] ?? {});
    byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), module]);
  }
}

const consumers = [...byPlatform].flatMap(([text, modules], index) => {
  const { types = [], lib = ["ES2022"] } = JSON.parse(text) as Platform;
  const one = { index, modules, types, lib, brings: [...lib, ...types].join(" ") };
  return [
    { ...one, module: "NodeNext", moduleResolution: "NodeNext" },
    { ...one, module: "ESNext", moduleResolution: "Bundler" },
  ];
});

test.each(consumers)(
  "strict consumers with $brings compile by $moduleResolution, library checked",
  async ({ index, modules, types, lib, module, moduleResolution }) => {
    const folder = join(consumer, `types-${moduleResolution}`, `${index}`);
    mkdirSync(folder, { recursive: true });
    const imports = modules.map((it, i) => `export * as m${i} from "${it}";\n`);
    writeFileSync(join(folder, "index.ts"), imports.join(""));
    const options = {
      ...{ module, moduleResolution, lib, types },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
    };
    expect(await diagnostics(folder, options)).toBe("");
  },
);
