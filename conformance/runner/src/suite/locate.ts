import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotRun } from "../cannot-run.ts";

/** Where the parts of a suite lie. */
export interface SuiteFolder {
  /** Holds `cases/`, `notebooks/` and `schema/`. */
  readonly folder: string;
  /** Holds `SPEC.md` and `errors.json`: in the repository `schemas/`, in the package the suite's own folder. */
  readonly protocol: string;
}

/** This package's own folder: it is two up from `src/suite/`, and one up from a chunk in `dist/`. */
export const packageFolder: string = findPackage(fileURLToPath(new URL(".", import.meta.url)));

/**
 * The suite in `folder`; by default the one that came with this package, or in the repository the
 * one beside it. Throws {@link CannotRun} where there is none.
 */
export function locateSuite(folder?: string): SuiteFolder {
  const candidates =
    folder === undefined
      ? [resolve(packageFolder, ".."), join(packageFolder, "suite")]
      : [resolve(folder)];
  const found = candidates.find((candidate) => existsSync(join(candidate, "cases")));
  if (found === undefined)
    throw new CannotRun(`there is no folder "cases" in ${candidates.join(" or ")}`);
  const beside = resolve(found, "..", "schemas");
  return { folder: found, protocol: existsSync(join(beside, "SPEC.md")) ? beside : found };
}

function findPackage(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, "package.json"))) folder = resolve(folder, "..");
  return folder;
}
