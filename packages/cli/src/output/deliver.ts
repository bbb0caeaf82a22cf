import { lstat, open, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Terminal } from "../terminal.ts";
import { fileFailure } from "./file-failure.ts";

/**
 * Writes a result to a file, or to stdout where none is named. A file is replaced whole or not at
 * all: a full disk leaves the old one.
 */
export async function deliver(
  content: string | Uint8Array,
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (file === undefined || file === "-") {
    await terminal.out(content);
    return;
  }
  const path = resolve(terminal.cwd, file);
  try {
    if (await isReplaceable(path)) await replaceFile(path, content);
    else await writeFile(path, content);
  } catch (error) {
    throw fileFailure(file, error);
  }
}

/** Whether a new file may take the place: not that of a device, a pipe or a link. */
async function isReplaceable(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(beside, "wx");
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
