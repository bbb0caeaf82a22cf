import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ScrapbookError } from "@scrapbook/core";
import type { Terminal } from "./terminal.ts";

/** The bytes of a file of the user's that is no notebook, or of standard input for `-`. */
export async function readInput(file: string, { cwd, stdin }: Terminal): Promise<Buffer> {
  if (file === "-") {
    const pieces: Buffer[] = [];
    for await (const piece of stdin) pieces.push(Buffer.from(piece as Uint8Array));
    return Buffer.concat(pieces);
  }
  try {
    return await readFile(resolve(cwd, file));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new ScrapbookError(isMissing ? "store-not-found" : "store-io", {
      what: isMissing ? "There is no such file" : "The file cannot be read",
      source: file,
      cause: error,
    });
  }
}
