// npm pack runs `suite.mjs copy` before and `suite.mjs remove` after: the tarball holds the cases, the notebooks and
// the schemas, so that it needs nothing of this repository.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const runner = new URL("../", import.meta.url);
const suite = new URL("suite/", runner);
const conformance = new URL("../", runner);
const protocol = new URL("../schemas/", conformance);

/** What goes into the package, and where it comes from. */
const parts = [
  ...["cases", "notebooks", "schema"].map((name) => [name, conformance]),
  ...["CASES.md"].map((name) => [name, conformance]),
  ...["SPEC.md", "errors.json"].map((name) => [name, protocol]),
];

rmSync(suite, { recursive: true, force: true });
rmSync(new URL("README.md", runner), { force: true });
if (process.argv[2] === "copy") {
  if (!existsSync(new URL("dist/main.js", runner))) throw new Error("build before packing");
  for (const [name, from] of parts)
    cpSync(new URL(name, from), new URL(name, suite), { recursive: true });
  // Beside package.json, where npm looks for it; what it links to is one folder further down.
  const readme = readFileSync(new URL("README.md", conformance), "utf8");
  const links = readme
    .replaceAll("](../schemas/", "](suite/")
    .replaceAll(/\]\((?=[A-Z]|schema\/)/g, "](suite/");
  writeFileSync(new URL("README.md", runner), links);
}
