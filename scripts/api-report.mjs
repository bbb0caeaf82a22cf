// Writes etc/api/<package>[.<subpath>].d.ts: the declaration of everything that an entry point exports, sorted by
// name, then of what those declarations refer to. Made from the built .d.ts files, so that a change of the API
// shows in review. --check: changes nothing, fails on a difference.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { apiReport } from "./api-report/report.mjs";
import { output } from "./lib/generated.mjs";
import { root } from "./lib/root.mjs";
import { entries, published } from "./lib/workspaces.mjs";

/** @param {import("./lib/workspaces.mjs").Workspace} workspace */
function mainOf(workspace) {
  const types = entries(workspace).find(({ subpath }) => subpath === ".")?.conditions.types;
  if (types === undefined) return undefined;
  return { name: workspace.manifest.name, file: join(workspace.path, types) };
}

const write = output("api");
const written = new Set();

for (const workspace of published()) {
  for (const { subpath, conditions } of entries(workspace)) {
    if (conditions.types === undefined) continue;
    const name =
      workspace.manifest.name.replace(/^@[^/]+\//, "") + subpath.slice(1).replaceAll("/", ".");
    written.add(`${name}.d.ts`);
    try {
      const main = subpath === "." ? undefined : mainOf(workspace);
      write(`etc/api/${name}.d.ts`, apiReport(join(workspace.path, conditions.types), main));
    } catch (error) {
      console.error(String(error));
      process.exitCode = 1;
    }
  }
}

for (const file of readdirSync(join(root, "etc/api"))) {
  if (!file.endsWith(".d.ts") || written.has(file)) continue;
  console.error(`etc/api/${file} belongs to no entry point: delete it`);
  process.exitCode = 1;
}
