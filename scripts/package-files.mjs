// What every published package has in common, from one place each: `repository`, `homepage` and `bugs` from
// scripts/repository.json (a maintainer sets its `url`; while it is null, packages name none), and a copy of LICENSE.
// A README is read on a registry's page too, where a relative link leads nowhere: its links to files outside the
// package become addresses of the repository, once that has one.
// --check: changes nothing, fails on a difference.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { output } from "./lib/generated.mjs";
import { withAddresses } from "./lib/readme-links.mjs";
import { webAddress, withRepository } from "./lib/repository.mjs";
import { root } from "./lib/root.mjs";
import { published } from "./lib/workspaces.mjs";

/** @type {{ url: string | null }} */
const { url } = JSON.parse(readFileSync(`${root}scripts/repository.json`, "utf8"));
const web = url === null ? undefined : webAddress(url);
const license = readFileSync(`${root}LICENSE`, "utf8");
const write = output("package-files");

for (const { folder, manifest } of published()) {
  const { repository: _r, homepage: _h, bugs: _b, ...rest } = manifest;
  write(
    `${folder}/package.json`,
    `${JSON.stringify(url === null ? rest : withRepository(rest, folder, url), null, 2)}\n`,
  );
  write(`${folder}/LICENSE`, license);
  const readme = join(root, folder, "README.md");
  if (existsSync(readme)) {
    const text = readFileSync(readme, "utf8");
    write(`${folder}/README.md`, web === undefined ? text : withAddresses(text, folder, web));
  }
}

write("integrations/papermill-typescript/LICENSE", license);
