// node scripts/check-types.mjs [PROJECT...]: what the TypeScript compiler says of projects, in the folder where it is
// called (default: the one in this folder). TypeScript 7, which is native, takes a fifth of the time of TypeScript 6;
// where it has no binary for a platform, TypeScript 6 checks. Declarations, and what users do, stay with TypeScript 6.
import { createRequire } from "node:module";
import { bin, run } from "./lib/run.mjs";

const { resolve } = createRequire(import.meta.url);

function isNativeThere() {
  try {
    resolve("@typescript/native/package.json");
    resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}

const compiler = isNativeThere() ? "@typescript/native/bin/tsc" : "typescript/bin/tsc";
const [, , ...named] = process.argv;
for (const project of named.length === 0 ? ["."] : named) {
  const { code } = await run(bin(compiler, "-p", project), { cwd: process.cwd() });
  if (code !== 0) process.exitCode = 1;
}
