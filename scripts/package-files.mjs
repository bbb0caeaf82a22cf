// What every published package has in common, from one place each: `repository`, `homepage` and `bugs` from
// scripts/repository.json (a maintainer sets its `url`; while it is null, packages name none), and a copy of LICENSE.
// --check: changes nothing, fails on a difference.
import { readFileSync } from "node:fs";
import { output } from "./lib/generated.mjs";
import { root } from "./lib/root.mjs";
import { published } from "./lib/workspaces.mjs";

/** @type {{ url: string | null }} */
const { url } = JSON.parse(readFileSync(`${root}scripts/repository.json`, "utf8"));
const license = readFileSync(`${root}LICENSE`, "utf8");
const write = output("package-files");

for (const { folder, manifest } of published()) {
  const { repository: _r, homepage: _h, bugs: _b, ...rest } = manifest;
  write(`${folder}/package.json`, `${JSON.stringify(withRepository(rest, folder), null, 2)}\n`);
  write(`${folder}/LICENSE`, license);
}

/**
 * @param {Record<string, any>} manifest
 * @param {string} folder
 */
function withRepository(manifest, folder) {
  if (url === null) return manifest;
  const web = url.replace(/^git\+/, "").replace(/\.git$/, "");
  const links = {
    homepage: `${web}/tree/main/${folder}`,
    bugs: `${web}/issues`,
    repository: { type: "git", url, directory: folder },
  };
  const members = Object.entries(manifest);
  const after = members.findIndex(([key]) => key === "license") + 1;
  return Object.fromEntries([
    ...members.slice(0, after),
    ...Object.entries(links),
    ...members.slice(after),
  ]);
}
