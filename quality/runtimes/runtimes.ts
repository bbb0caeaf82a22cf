import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Outcome } from "./outcome.ts";
import { runInWorkerd } from "./workerd.ts";

/** A JavaScript runtime, and how the attempts are run in it. */
export interface Runtime {
  readonly name: string;
  readonly hasFastEngine: boolean;
  /**
   * @param folder holds `program.js`, below an installation of the packages.
   * @param url of the server with the notebooks.
   */
  run(folder: string, url: string): Promise<Outcome>;
}

const exec = promisify(execFile);

/** Where `npm run runtimes` put them. */
const modules = join(process.env.SCRAPBOOK_RUNTIMES ?? "", "../node_modules");

/** A program in a package whose name has the machine in it: the only one of its scope. */
const ofMachine = (scope: string, program: string): string =>
  join(modules, scope, String(readdirSync(join(modules, scope))[0]), program);

/** Its installer moves it, where npm lets it run. */
function bun(): string {
  const moved = join(modules, "bun/bin/bun.exe");
  const own = ofMachine("@oven", "bin/bun");
  return existsSync(own) ? own : moved;
}

const commandLine = (name: string, command: (url: URL) => string[]): Runtime => ({
  name,
  hasFastEngine: true,
  run: async (folder, url) => {
    const [program, ...args] = command(new URL(url)) as [string, ...string[]];
    const { stdout } = await exec(program, [...args, "start.js", url], { cwd: folder });
    return JSON.parse(stdout) as Outcome;
  },
});

/** The runtimes that the packages are said to work in. The first is the one that this runs in. */
export const runtimes: readonly Runtime[] = [
  commandLine(`Node ${process.versions.node}`, () => [process.execPath]),
  commandLine("Node 22", () => [join(modules, "node22/bin/node")]),
  commandLine("Node 24", () => [join(modules, "node24/bin/node")]),
  commandLine("Deno, with the network alone allowed", ({ host }) => [
    ofMachine("@deno", "deno"),
    ...["run", "--quiet", "--no-prompt", "--no-lock", `--allow-net=${host}`],
  ]),
  commandLine("Bun", () => [bun()]),
  {
    name: "workerd",
    // It compiles no WebAssembly while it runs.
    hasFastEngine: false,
    run: (folder, url) => runInWorkerd(ofMachine("@cloudflare", "bin/workerd"), folder, url),
  },
];
