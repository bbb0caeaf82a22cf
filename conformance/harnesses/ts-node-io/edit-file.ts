import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { editNotebook } from "@scrapbook/node-io";
import type { Editor } from "../ts-core/edit.ts";

/** A copy of the file, edited in place by the package, and what then stands in it. */
export const editFile: Editor = async (path, options, change) => {
  const folder = await mkdtemp(join(tmpdir(), "scrapbook-conformance-"));
  try {
    const file = join(folder, basename(path));
    await copyFile(path, file);
    await editNotebook(file, change, options);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true });
  }
};
