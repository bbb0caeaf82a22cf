import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Notebook, parseNotebook, type ReadOptions } from "@scrapbook/core";
import { consumer } from "../exports/installed.ts";
import { papermillEnvironment } from "./papermill-site.ts";
import type { PythonScraps } from "./python-scraps.ts";

/** A notebook to run in the folder in which the packages are installed. */
interface Run {
  readonly kernel: "deno" | "tslab" | "jslab" | "ijavascript" | "python3";
  readonly cells: readonly (
    | string
    | { readonly source: string; readonly tags: readonly string[] }
  )[];
  /** papermill runs it with these; without, nbclient does. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface Ran {
  readonly path: string;
  readonly text: string;
  readonly scraps: PythonScraps;
  /** Why papermill stopped. */
  readonly error: string | null | undefined;
  /** The notebook as core reads it. */
  read(options?: ReadOptions): Notebook;
}

/** Runs the cells in a real kernel. */
export function runNotebook({ kernel, cells, parameters }: Run): Ran {
  const path = join(mkdtempSync(join(consumer, "run-")), "out.ipynb");
  const language =
    kernel === "python3" ? "python" : kernel.startsWith("j") ? "javascript" : "typescript";
  const asked = { kernel, language, cells, parameters, output: path };
  const env = parameters === undefined ? process.env : papermillEnvironment();
  const { status, stdout, stderr } = spawnSync(
    process.env.SCRAPBOOK_KERNELS as string,
    [new URL("run_notebook.py", import.meta.url).pathname],
    { env, input: JSON.stringify(asked), encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(stderr);
  const text = readFileSync(path, "utf8");
  const told = JSON.parse(stdout) as Pick<Ran, "scraps" | "error">;
  return { path, text, ...told, read: (options) => parseNotebook(text, options) };
}
