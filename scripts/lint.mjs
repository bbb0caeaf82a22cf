// npm run lint: every linter, one line each; what they say only where they find something.
// npm run lint -- biome knip: only these.
import { availableParallelism } from "node:os";
import { cruised } from "../.dependency-cruiser.mjs";
import { build } from "./lib/install.mjs";
import { bin, run } from "./lib/run.mjs";
import { published } from "./lib/workspaces.mjs";

const packages = published().filter(({ manifest }) => manifest.exports !== undefined);

/** @type {{ name: string, built?: boolean, command: string[] }[]} */
const linters = [
  { name: "biome", command: bin("@biomejs/biome/bin/biome", "ci", "--colors=off") },
  {
    name: "dependencies",
    command: bin(
      "dependency-cruiser/bin/dependency-cruise.mjs",
      ...["--config", ".dependency-cruiser.mjs", "--output-type", "err-long", ...cruised],
    ),
  },
  { name: "house-rules", command: [process.execPath, "scripts/lint/house-rules.mjs"] },
  { name: "knip", command: bin("knip/bin/knip.js", "--no-progress") },
  {
    // What only tests use is used by nobody.
    name: "knip production",
    command: bin(
      "knip/bin/knip.js",
      ...["--no-progress", "--production", "--workspace", "./packages/*"],
    ),
  },
  ...packages.flatMap(({ folder, manifest }) => [
    {
      name: `publint ${folder}`,
      built: true,
      command: bin("publint/src/cli.js", folder, "--strict", "--pack=npm"),
    },
    {
      name: `attw ${folder}`,
      built: true,
      command: bin(
        "@arethetypeswrong/cli/dist/index.js",
        ...[
          "--pack",
          folder,
          "--no-color",
          "--no-emoji",
          "--exclude-entrypoints",
          "./parquet.wasm",
        ],
        // Packages for require say so; the others are for import alone.
        ...["--profile", hasRequire(manifest) ? "node16" : "esm-only"],
      ),
    },
  ]),
];

const words = process.argv.slice(2);
const chosen = linters.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.some(({ built }) => built === true) && !(await build())) process.exitCode = 1;
// One after the other what looks at the same package: each has npm pack it.
/** @type {Map<string, typeof linters>} */
const groups = new Map();
for (const linter of chosen) {
  const subject = linter.name.replace(/^(publint|attw) /, "");
  groups.set(subject, [...(groups.get(subject) ?? []), linter]);
}
const waiting = [...groups.values()];
await Promise.all(Array.from({ length: availableParallelism() }, work));

async function work() {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    for (const linter of group) await lint(linter);
  }
}

/** @param {typeof linters[number]} linter */
async function lint({ name, command }) {
  const { code, output } = await run(command, { quiet: true });
  const notes = output.split("\n").filter((line) => line.startsWith("note: "));
  console.log(code === 0 ? [`ok  ${name}`, ...notes].join("\n") : `${output}\nFAILED  ${name}`);
  if (code !== 0) process.exitCode = 1;
}

/** @param {import("./lib/workspaces.mjs").Workspace["manifest"]} manifest */
function hasRequire({ exports: entries }) {
  return Object.values(entries).some((entry) => entry.require !== undefined);
}
