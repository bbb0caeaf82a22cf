import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { compiler } from "../../scripts/lib/compiler.mjs";
import { root } from "../../scripts/lib/root.mjs";

const run = promisify(execFile);

/**
 * What the TypeScript compiler says of the files in a folder: nothing, if all is well.
 * @param options Compiler options beside our own: strict, by Node's rules, with the types that they name.
 */
export async function diagnostics(folder: string, options: object): Promise<string> {
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    types: [],
    typeRoots: [join(root, "node_modules/@types")],
    strict: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const tsc = join(root, "node_modules", compiler);
  const { stdout } = await run(process.execPath, [tsc, "-p", folder]).catch((error) => error);
  return stdout;
}
