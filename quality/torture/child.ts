import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Where the work is done, and the child as one file, which starts fast. */
export interface Workshop {
  readonly folder: string;
  readonly script: string;
}

/** Bundles `edit-child.ts` into a folder that is removed when this process ends. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "scrapbook-torture-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const script = join(folder, "edit-child.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("edit-child.ts", import.meta.url))],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@scrapbook/source"],
    // Loaded for addresses of buckets alone, and there are none.
    external: ["@scrapbook/cloud-io"],
    logLevel: "error",
  });
  return { folder, script };
}

/** Starts a child, which waits for {@link go}. */
export async function startChild(
  { script }: Workshop,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["pipe", "pipe", "ignore"],
    // One thread does all work on files, so that its system calls come in one order.
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
    ...options,
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** Lets a child work. What it says: `done`, the code of an error, or nothing if it dies. */
export async function go(child: ChildProcess): Promise<string> {
  let said = "";
  child.stdout?.on("data", (data: Buffer) => {
    said += data.toString();
  });
  child.stdin?.on("error", () => {});
  child.stdin?.end("go\n");
  await once(child, "close");
  return said.trim();
}
