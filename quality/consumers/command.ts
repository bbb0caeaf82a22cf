import { run } from "../../scripts/lib/run.mjs";

/** Runs a program of a project's `node_modules` by Node, and gives what it printed. Throws it where the program fails. */
export const tool = (
  folder: string,
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> =>
  command(folder, [process.execPath, `${folder}/node_modules/${file}`, ...args], env);

/** Runs a command in a folder, and gives what it printed. Throws that where the command fails. */
export async function command(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const own = { NODE_ENV: undefined, NODE_OPTIONS: undefined, NO_COLOR: "1", ...env };
  const { code, output } = await run(words, { cwd: folder, env: own, quiet: true });
  if (code !== 0) throw new Error(`${words.join(" ")} ends with ${code}:\n${output}`);
  return output;
}
