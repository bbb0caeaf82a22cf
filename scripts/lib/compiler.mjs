import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/**
 * The TypeScript compiler that checks, under `node_modules`: version 7, which is native and takes a fifth of the time
 * of version 6; that one where there is no binary for the platform. Declarations are made by version 6.
 */
export const compiler = isNativeThere() ? "@typescript/native/bin/tsc" : "typescript/bin/tsc";

function isNativeThere() {
  try {
    resolve("@typescript/native/package.json");
    resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}
