import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/lib/root.mjs";
import { npm } from "../../scripts/lib/run.mjs";
import { command } from "./command.ts";
import type { Consumer } from "./consumer.ts";
import { takeFree } from "./lock.ts";

const { SCRAPBOOK_CONSUMERS, XDG_CACHE_HOME } = process.env;

/** Where projects stay installed between runs: `SCRAPBOOK_CONSUMERS`, or the user's cache. */
export const cache: string =
  SCRAPBOOK_CONSUMERS || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "scrapbook-consumers");

const sources = fileURLToPath(new URL("sources", import.meta.url));

/** A consumer's project, ready to run: `release` it when done. */
export interface Project {
  readonly folder: string;
  release(): void;
}

/** Makes a consumer's project anew, but for what is installed, which is kept as long as it is what is asked for. */
export async function makeProject(
  consumer: Consumer,
  tarballs: ReadonlyMap<string, string>,
): Promise<Project> {
  const { name, packages, tools = {}, type = "module" } = consumer;
  const hash = createHash("sha256").update(JSON.stringify(tools)).digest("hex").slice(0, 8);
  mkdirSync(cache, { recursive: true });
  const stem = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const { path: folder, release } = takeFree(join(cache, `${stem}-${hash}`));
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    if (entry !== "node_modules") rmSync(join(folder, entry), { recursive: true });
  }
  for (const part of consumer.sources) cpSync(join(sources, part), folder, { recursive: true });
  cpSync(join(root, "examples/tickers/notebooks/AAA.ipynb"), join(folder, "AAA.ipynb"));
  const dependencies = Object.fromEntries(
    packages.map((it) => [`@scrapbook/${it}`, `file:${tarballs.get(`@scrapbook/${it}`)}`]),
  );
  const manifest = { private: true, type, dependencies, devDependencies: tools };
  await install(folder, JSON.stringify(manifest, null, 2));
  return { folder, release };
}

async function install(folder: string, manifest: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), manifest);
  const installed = join(folder, "node_modules/.installed.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === manifest) return;
  const options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  await command(folder, npm("install", "--prefer-offline", ...options));
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(installed, manifest);
}
