import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of files by relative path, removed when the test ends. */
export async function tempFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "scrapbook-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

/** A notebook with one scrap `x`. */
export function notebookWith(value: number | string, encoder = "json"): string {
  const payload = { name: "x", data: value, encoder, version: 1 };
  const data = { [`application/scrapbook.scrap.${encoder}+json`]: payload };
  const outputs = [{ output_type: "display_data", data, metadata: {} }];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: "" };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
}
