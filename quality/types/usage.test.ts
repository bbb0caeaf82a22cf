import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { consumer } from "../exports/installed.ts";
import { withCompanions } from "../exports/companions.ts";

const run = promisify(execFile);

test("the API as its users write it compiles", async () => {
  withCompanions(consumer);
  const folder = join(consumer, "usage");
  mkdirSync(folder);
  copyFileSync(join(root, "quality/types/usage.ts"), join(folder, "usage.ts"));
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder]).catch((error) => error);
  expect(stdout).toBe("");
});
