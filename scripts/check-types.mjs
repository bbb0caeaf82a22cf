// node scripts/check-types.mjs [PROJECT...]: what the TypeScript compiler says of projects, in the folder where it is
// called (default: the one in this folder).
import { compiler } from "./lib/compiler.mjs";
import { bin, run } from "./lib/run.mjs";

const [, , ...named] = process.argv;
for (const project of named.length === 0 ? ["."] : named) {
  const { code } = await run(bin(compiler, "-p", project), { cwd: process.cwd() });
  if (code !== 0) process.exitCode = 1;
}
