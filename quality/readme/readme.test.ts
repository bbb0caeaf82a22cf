import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { sourceFiles } from "../../scripts/lib/walk.mjs";
import { consumer } from "../exports/installed.ts";
import { diagnostics } from "../types/compile.ts";
import { type Block, blocks, isRun } from "./blocks.ts";
import { trial } from "./command.ts";

const run = promisify(execFile);

const files = sourceFiles(["packages", "docs"], /^(packages\/[^/]+\/README|docs\/[^/]+)\.md$/);
const all = ["README.md", ...files].flatMap((file) =>
  blocks(file, readFileSync(join(root, file), "utf8")),
);
const code = all.filter(({ language }) => language === "ts");

/** The twelve notebooks that the examples read, and some that are not as they should be. */
const notebooks = join(root, "examples/tickers/notebooks");
const broken = join(root, "examples/tickers/broken");

/** A folder for one block: the notebooks in it, once more in `tickers/`, and the broken ones in `broken/`. */
function folderFor(block: Block): string {
  const folder = join(consumer, "readme", block.where.replace(/\W/g, "-"));
  mkdirSync(folder, { recursive: true });
  cpSync(notebooks, folder, { recursive: true });
  cpSync(notebooks, join(folder, "tickers"), { recursive: true });
  cpSync(broken, join(folder, "broken"), { recursive: true });
  return folder;
}

async function runCode({ code, language }: Block, folder: string): Promise<string> {
  const file = join(folder, /\brequire\(/.test(code) ? "example.cjs" : "example.mjs");
  const { code: plain } =
    language === "js" ? { code } : await transform(code, { loader: "ts", format: "esm" });
  writeFileSync(file, plain);
  return (await run(process.execPath, [file], { cwd: folder })).stdout;
}

/** The environment of somebody who installed our packages: their commands are at hand. */
const env = {
  ...process.env,
  PATH: [join(consumer, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter),
};

async function runCommands(block: Block, folder: string): Promise<string> {
  let output = "";
  const lines = block.code.split("\n").map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  for (const line of lines.filter((it) => it !== "")) {
    const how = trial(line);
    if ("problem" in how) expect(how.problem).toBeUndefined();
    else {
      const cwd = how.folder === "root" ? root : folder;
      output += (await run("bash", ["-euc", how.run], { cwd, env })).stdout;
    }
  }
  return output;
}

test.each(all.filter(isRun))("the $language block at $where runs", async (block) => {
  const folder = folderFor(block);
  const printed =
    block.language === "sh" ? await runCommands(block, folder) : await runCode(block, folder);
  if (block.prints !== undefined) expect(printed).toBe(block.prints);
});

test("the TypeScript blocks compile", async () => {
  const folder = join(consumer, "readme-types");
  mkdirSync(folder, { recursive: true });
  for (const { where, code: text } of code) {
    writeFileSync(join(folder, `${where.replace(/\W/g, "-")}.ts`), `${text}\nexport {};\n`);
  }
  const options = {
    lib: ["ES2023", "DOM"],
    types: ["node"],
    skipLibCheck: true,
    useUnknownInCatchVariables: false, // as plain as examples are
  };
  expect(await diagnostics(folder, options)).toBe("");
});
