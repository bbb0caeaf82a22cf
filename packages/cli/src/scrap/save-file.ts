import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ScrapbookError } from "@scrapbook/core";
import { fileFailure } from "../output/file-failure.ts";

/** How a file is saved. */
export interface SaveOptions {
  /** Whether a file that is there is replaced. Default `false`. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Saves bytes as a file, and the folders that it needs. They are on the disk when it returns, read
 * back and compared; where it fails there is no file, or still the one that was there.
 *
 * @param shown the file's name in messages.
 * @throws (rejects with) `store-conflict` for a file that is there, and what {@link fileFailure} says.
 */
export async function saveFile(
  file: string,
  bytes: Uint8Array,
  shown: string,
  { overwrite = false }: SaveOptions = {},
): Promise<void> {
  // A name that no other writer has; a file under its own name is always whole.
  const beside = overwrite ? `${file}.${process.pid}.tmp` : file;
  let isOurs = false;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(beside, overwrite ? "w" : "wx");
    isOurs = true;
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(beside)).equals(bytes))
      throw new Error("it does not read back as written");
    if (overwrite) await rename(beside, file);
  } catch (error) {
    if (isOurs) await rm(beside, { force: true });
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw isThere(shown, error);
    throw fileFailure(shown, error);
  }
}

const isThere = (source: string, cause: unknown) =>
  new ScrapbookError("store-conflict", {
    what: "The file is there already",
    source,
    hint: "Replace it with --force, or choose another folder. No notebook was changed.",
    cause,
  });
