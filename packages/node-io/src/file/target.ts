import { type BigIntStats, constants } from "node:fs";
import { access, lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ScrapbookError } from "@scrapbook/core";
import { fileError } from "./file-error.ts";

/** What kinds of files are written though it is risky. */
export interface WriteTargetOptions {
  /**
   * A file with several hard links: `"break"` writes a file of its own under this name and leaves
   * the other names what they were. Default `"refuse"`.
   */
  readonly hardLinks?: "refuse" | "break" | undefined;
  /**
   * A device or a pipe: `"write"` writes straight into it, with nothing to fall back on. Default
   * `"refuse"`.
   */
  readonly nonRegular?: "refuse" | "write" | undefined;
}

/** Where a write goes: a path without links, and the file that is there. */
export interface WriteTarget {
  readonly path: string;
  /** `undefined` where there is no file yet. */
  readonly stat: BigIntStats | undefined;
}

/** As many links as Linux follows. */
const mostLinks = 40;

/**
 * Finds the file that a write to `path` means, links followed, and refuses what may not or should
 * not be replaced.
 *
 * @throws (rejects with) `store-not-found` for a folder that is not there, `store-permission`,
 * `store-not-file`, `store-io`.
 */
export async function findTarget(
  path: string,
  options: WriteTargetOptions = {},
): Promise<WriteTarget> {
  try {
    const target = await followLinks(path);
    if (target.stat !== undefined) {
      refuseKind(path, target.stat, options);
      await access(target.path, constants.W_OK);
    }
    return target;
  } catch (error) {
    throw fileError(error, path);
  }
}

/** The end of a chain of links, also where nothing is there yet. */
async function followLinks(path: string): Promise<WriteTarget> {
  let at = resolve(path);
  for (let links = 0; links < mostLinks; links++) {
    const found = await statOf(at);
    if (found !== undefined) return { path: await realpath(at), stat: found };
    const folder = await realpath(dirname(at));
    const name = join(folder, basename(at));
    const link = await lstat(name).catch(() => undefined);
    if (!link?.isSymbolicLink()) return { path: name, stat: undefined };
    at = resolve(folder, await readlink(name));
  }
  throw new ScrapbookError("store-io", { what: "Too many symbolic links", source: path });
}

async function statOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
    throw error;
  }
}

function refuseKind(path: string, found: BigIntStats, options: WriteTargetOptions): void {
  if (found.isDirectory()) throw fileError({ code: "EISDIR" }, path);
  if (!found.isFile()) {
    if (options.nonRegular === "write") return;
    throw new ScrapbookError("store-not-file", {
      what: "This is no regular file, so it cannot be replaced",
      source: path,
      hint: 'Write into it with { nonRegular: "write" }.',
    });
  }
  if (found.nlink > 1n && options.hardLinks !== "break") {
    throw new ScrapbookError("store-not-file", {
      what: "The file has several hard links, and the others would keep the old bytes",
      source: path,
      got: `${found.nlink} links`,
      hint: 'Give it a file of its own with { hardLinks: "break" }.',
    });
  }
}
