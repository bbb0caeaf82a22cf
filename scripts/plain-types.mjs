// In a package's folder, after its build: makes the declarations in `dist` compile with every TypeScript since 5.4,
// from modules and from CommonJS.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { entries, readManifest } from "./lib/workspaces.mjs";
import { plainTypes } from "./plain-types/plain-types.mjs";
import { requireTypes } from "./plain-types/require-types.mjs";
import { exportedNames, markTypes } from "./plain-types/type-exports.mjs";

for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".d.ts")) continue;
  const text = readFileSync(`dist/${name}`, "utf8");
  const plain = plainTypes(text);
  if (plain !== text) writeFileSync(`dist/${name}`, plain);
}

/** @type {{ types: string, module: string }[]} */
const declarations = entries({ manifest: readManifest(".") }).flatMap(
  ({ conditions: { types, default: module } }) =>
    types?.startsWith("./dist/") && module !== undefined ? [{ types, module }] : [],
);
for (const { types, module } of declarations) {
  const values = exportedNames(readFileSync(module, "utf8"));
  writeFileSync(types, markTypes(readFileSync(types, "utf8"), values));
}
const files = declarations.map(({ types }) => resolve(types).replaceAll("\\", "/"));
for (const { file, text } of requireTypes(files)) writeFileSync(file, text);
// TypeScript believes that a CommonJS file is there; Node itself requires modules.
for (const { module } of declarations) {
  const own = module.slice(module.lastIndexOf("/") + 1);
  writeFileSync(module.replace(/\.js$/, ".cjs"), `module.exports = require("./${own}");\n`);
}
