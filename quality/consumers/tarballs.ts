import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { alone } from "../../scripts/lib/packing.mjs";
import { root } from "../../scripts/lib/root.mjs";
import { npm } from "../../scripts/lib/run.mjs";
import { published } from "../../scripts/lib/workspaces.mjs";
import { command } from "./command.ts";

/**
 * Packs every published package into a folder, each under a hash of its content, so that a project which has
 * installed this very file need not install it again.
 * @returns The tarballs' paths by the packages' names.
 */
export async function packAll(folder: string): Promise<ReadonlyMap<string, string>> {
  mkdirSync(folder, { recursive: true });
  const packed = mkdtempSync(join(folder, "pack-"));
  try {
    const workspaces = published().map(({ folder }) => `--workspace=${folder}`);
    const pack = npm("pack", "--loglevel=error", `--pack-destination=${packed}`, ...workspaces);
    await alone(() => command(root, pack));
    const files = readdirSync(packed);
    return new Map(
      published().map(({ manifest: { name } }) => {
        const stem = name.replace("@", "").replace("/", "-");
        const file = join(packed, files.find((it) => it.startsWith(`${stem}-`)) as string);
        const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
        const kept = join(folder, `${stem}-${hash}.tgz`);
        renameSync(file, kept);
        return [name, kept];
      }),
    );
  } finally {
    rmSync(packed, { recursive: true });
  }
}
