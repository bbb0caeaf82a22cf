import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Runs an exported function in a process of its own, so that only its memory is measured, and prints what it prints.
 * @param {string} file Beside this one.
 * @param {string} name
 * @param {string} url Of the server.
 */
export async function apart(file, name, url) {
  const code = `
    const { ${name} } = await import(${JSON.stringify(new URL(file, import.meta.url).href)});
    await ${name}(${JSON.stringify(url)});
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["--expose-gc", "--input-type=module", "--eval", code],
  ]);
  process.stdout.write(stdout);
}
