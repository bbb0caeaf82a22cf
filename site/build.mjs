// npm run site: the documentation as a web site, in site/dist. A reference of every package's API is made from the
// sources first. A link that leads nowhere fails it. Ends with `N passed, N failed`, a page each.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Application } from "typedoc";
import { root } from "../scripts/lib/root.mjs";
import { sourceFiles } from "../scripts/lib/walk.mjs";
import { entries, published } from "../scripts/lib/workspaces.mjs";

const dist = join(root, "site/dist");
rmSync(dist, { recursive: true, force: true });
const reference = await writeReference();
const { build } = await import("vitepress");
let failed = reference ? 0 : 1;
try {
  await build(join(root, "site"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
}
const pages = existsSync(dist) ? sourceFiles(["site/dist"], /\.html$/).length : 0;
console.log(`${failed === 0 ? pages : 0} passed, ${failed + (pages === 0 ? 1 : 0)} failed`);
process.exitCode = failed > 0 || pages === 0 ? 1 : 0;

/** Writes a page for each exported name. Gives whether the sources could be read. */
async function writeReference() {
  const folder = join(root, "site/api");
  rmSync(folder, { recursive: true, force: true });
  const modules = published().flatMap((workspace) =>
    entries(workspace)
      // What only siblings use is nobody's reference.
      .filter(
        ({ subpath, conditions }) => conditions["@scrapbook/source"] && subpath !== "./internal",
      )
      .map(({ subpath, conditions }) => ({
        name: workspace.manifest.name + subpath.slice(1),
        file: join(workspace.path, /** @type {string} */ (conditions["@scrapbook/source"])),
      })),
  );
  const app = await Application.bootstrapWithPlugins({
    name: "API",
    entryPoints: modules.map(({ file }) => file),
    tsconfig: join(root, "site/tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    excludeInternal: true,
    excludePrivate: true,
    readme: "none",
    groupOrder: ["Functions", "Classes", "Variables", "*"],
    tableColumnSettings: {
      hideModifiers: true,
      hideInherited: true,
      hideOverrides: true,
      hideSources: true,
    },
    hideGenerator: true,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    router: "module",
    entryFileName: "index",
    sanitizeComments: true,
    useCodeBlocks: true,
    parametersFormat: "table",
    propertiesFormat: "table",
    interfacePropertiesFormat: "table",
    logLevel: "Error",
  });
  const project = await app.convert();
  if (project === undefined) return false;
  for (const module of project.children ?? []) {
    const file = module.sources?.[0]?.fullFileName;
    module.name = modules.find((it) => it.file === file)?.name ?? module.name;
  }
  // A reader of the reference does not want to know in which file a name stands.
  for (const reflection of Object.values(project.reflections)) {
    if ("sources" in reflection) delete reflection.sources;
  }
  await app.outputs.writeOutput({ name: "markdown", path: folder }, project);
  return true;
}
