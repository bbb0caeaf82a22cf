import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/lib/install.mjs";
import { alone } from "../../scripts/lib/packing.mjs";
import { root } from "../../scripts/lib/root.mjs";
import { npm, run } from "../../scripts/lib/run.mjs";
import { published } from "../../scripts/lib/workspaces.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder in which every published package is installed from its tarball, or why there is none. */
    consumer: { folder: string } | { problem: string };
  }
}

/** What examples use beside our packages; theirs to install, ours to test with. */
const companions = ["zod"];

const quiet = ["--loglevel=error", "--no-audit", "--no-fund"];

/**
 * Installs every published package in an empty folder, as a user's npm would: from tarballs that are packed now, or by
 * name from the registry that `SCRAPBOOK_REGISTRY` names, where `npm run release:rehearse` has published them.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "scrapbook-consumer-"));
  try {
    await installPackages(folder);
    project.provide("consumer", { folder });
  } catch (error) {
    // Vitest would run no test at all: let those fail that need the packages.
    project.provide("consumer", { problem: String(error) });
  }
  return () => rmSync(folder, { recursive: true, force: true });
}

async function installPackages(folder: string): Promise<void> {
  const registry = process.env.SCRAPBOOK_REGISTRY;
  const specifiers =
    registry === undefined
      ? await packAll(folder)
      : published().map(({ manifest }) => manifest.name);
  const from = registry === undefined ? [] : [`--registry=${registry}`];
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await must(npm("install", ...quiet, "--prefer-offline", ...from, ...specifiers), folder);
  for (const name of companions) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "junction");
  }
}

/** The tarballs of all published packages. */
async function packAll(folder: string): Promise<string[]> {
  if (!(await build())) throw new Error("the build failed");
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  const workspaces = published().map(({ folder }) => `--workspace=${folder}`);
  await alone(() => must(npm("pack", ...quiet, "--pack-destination", tarballs, ...workspaces)));
  return readdirSync(tarballs).map((name) => join(tarballs, name));
}

async function must(command: string[], cwd?: string): Promise<void> {
  const { code, output } = await run(command, {
    quiet: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (code !== 0) throw new Error(`${command.join(" ")}\n${output}`);
}
