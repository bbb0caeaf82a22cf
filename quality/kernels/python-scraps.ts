import { execFileSync } from "node:child_process";

/** What Python's scrapbook reads of a scrap; a frame as pandas' `to_json(orient="split")`. */
export interface PythonScrap {
  readonly data: unknown;
  /** The name of Python's type. */
  readonly type: string;
  readonly encoder: string;
  readonly display: Readonly<Record<string, unknown>> | null;
}

/** The scraps of one notebook, by name. */
export type PythonScraps = Readonly<Record<string, PythonScrap>>;

/** What Python's scrapbook reads of notebooks, by path. */
export function readInPython(paths: readonly string[]): Readonly<Record<string, PythonScraps>> {
  const script = new URL("read_scraps.py", import.meta.url).pathname;
  const python = process.env.SCRAPBOOK_KERNELS as string;
  const printed = execFileSync(python, [script, ...paths], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(printed);
}
