// Writes docs/options.md: the options of every package, from the comments of the built declarations.
// --check: changes nothing, fails on a difference.
import { join } from "node:path";
import ts from "typescript";
import { output } from "./lib/generated.mjs";
import { entries, published } from "./lib/workspaces.mjs";
import { optionsOf } from "./options/options-of.mjs";
import { optionsPage } from "./options/page.mjs";

/** What only siblings and authors of stores use; the options of its verbs are those of the IO packages. */
const others = ["./internal", "./io"];

const packages = published()
  .filter(({ folder }) => folder.startsWith("packages/"))
  .map((workspace) => ({
    name: workspace.manifest.name,
    files: entries(workspace)
      .filter(({ subpath }) => !others.includes(subpath))
      .filter(({ conditions }) => conditions.types?.startsWith("./dist/"))
      .map(({ conditions }) => join(workspace.path, /** @type {string} */ (conditions.types))),
  }))
  // Core first: others inherit its options.
  .sort((a, b) => Number(b.name.endsWith("/core")) - Number(a.name.endsWith("/core")));
const program = ts.createProgram(
  packages.flatMap(({ files }) => files),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [], noEmit: true },
);
const text = optionsPage(
  packages.map(({ name, files }) => ({
    name,
    sets: files.flatMap((file) => optionsOf(program, file)),
  })),
);
output("options")("docs/options.md", text);
