import { parseJson } from "@scrapbook/core";
import { Refusal } from "../ts-core/refusal.ts";
import { linesOf, type Outcome, scrapbook } from "./command.ts";

/** What the command line cannot be asked. */
export function cannot(why: string): Refusal {
  return new Refusal({ skipped: why });
}

/** The error that a command line ended with. */
export function refusalOf({ code, out, err }: Outcome): Refusal {
  const found = /^error: \[([\w-]+)\]/m.exec(err)?.[1];
  if (found === undefined) return new Refusal({ errored: `exit code ${code}: ${err || out}` });
  return new Refusal({ error: errorOf(found, err) });
}

export const errorOf = (code: string, message: string): object => ({
  category: code.split("-", 1)[0],
  code,
  message,
});

/** What `validate` says of a file: problems and warnings, in its order. */
export async function problemsOf(path: string, more: readonly string[]): Promise<Found[]> {
  const { out } = await scrapbook("validate", path, "--format", "json", ...more);
  return linesOf(out).map((line) => parseJson(line) as unknown as Found);
}

/** A line of `validate --format json`, as far as cases look at it. */
export interface Found {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly level: "error" | "warning";
}
