import { type ExecFileException, execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** What a process did. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How a process is run. */
export interface RunOptions {
  readonly cwd: string;
  /** What stands on standard input. Default nothing. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command line as a program of its own. */
export interface Program {
  /** Its first file, for `node`. */
  readonly main: string;
  /** A folder with the command `scrapbook` alone, for a PATH. */
  readonly bin: string;
  run(options: RunOptions, ...args: string[]): Promise<Ended>;
  /** Runs a shell's line in which `scrapbook` is the program. */
  shell(options: RunOptions, line: string): Promise<Ended>;
}

/** Bundles the sources once for a test file. Call it at the top. */
export function program(): Program {
  let folder = "";
  const main = () => join(folder, "dist/main.js");
  const bin = () => join(folder, "bin");
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "scrapbook-program-"));
    copyFileSync(join(packageFolder, "package.json"), join(folder, "package.json"));
    mkdirSync(join(folder, "bin"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    await build({
      entryPoints: [join(packageFolder, "src/main.ts")],
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      conditions: ["@scrapbook/source"],
      external: ["@scrapbook/cloud-io", "*.wasm"],
      outdir: join(folder, "dist"),
      logLevel: "error",
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    });
    symlinkSync(main(), join(folder, "bin/scrapbook"));
    chmodSync(main(), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get main() {
      return main();
    },
    get bin() {
      return bin();
    },
    run: (options, ...args) => start(process.execPath, [main(), ...args], options),
    shell: ({ env, ...options }, line) => {
      const path = `${bin()}:${process.env.PATH}`;
      return start("bash", ["-c", line], { ...options, env: { ...env, PATH: path } });
    },
  };
}

function start(file: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, input = "", env = {} } = options;
  return new Promise((done) => {
    const child = execFile(
      file,
      args,
      { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 28 },
      (error: ExecFileException | null, out, err) =>
        done({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    );
    // Whoever does not read its input may be gone before all is written.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
