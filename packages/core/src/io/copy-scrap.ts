import type { CopyOptions } from "../edit/edit-options.ts";
import { aText, checkOptions, type OptionRule, wrongArgument } from "../error/check-options.ts";
import { type EditResult, editNotebook } from "./edit-notebook.ts";
import { type CopyScrapOptions, checkVerb, copyRules, copyScrapRules } from "./options.ts";
import { readNotebook } from "./read-notebook.ts";
import type { IOSetup } from "./router.ts";

/** Which scrap is copied, and where to. */
export interface ScrapCopy<Location> extends CopyOptions {
  /** The notebook that has the scrap. */
  readonly from: Location;
  /** The scrap's name there. */
  readonly name: string;
  /** The notebook that gets it. */
  readonly to: Location;
}

const aLocation: OptionRule = { expected: "where a notebook lies", fits: () => true };

/** Copies a scrap from one notebook into another. See `IO.copyScrap`. */
export async function copyScrap(
  setup: IOSetup,
  copy: ScrapCopy<unknown>,
  options: CopyScrapOptions = {},
): Promise<EditResult> {
  if (typeof copy !== "object" || copy === null) {
    throw wrongArgument("copyScrap takes what is copied as one object", copy, "{ from, name, to }");
  }
  checkOptions("copyScrap", copy, { from: aLocation, name: aText, to: aLocation, ...copyRules });
  for (const part of ["from", "name", "to"] as const) {
    if (copy[part] !== undefined) continue;
    throw wrongArgument(`copyScrap was not told ${part}`, copy[part], "{ from, name, to }");
  }
  checkVerb("copyScrap", options, copyScrapRules, setup);
  const { from, name, to, ...how } = copy;
  const { signal, stores, maxBytes } = options;
  const source = await readNotebook(setup, from, { strict: false, signal, stores, maxBytes });
  return editNotebook(
    setup,
    to,
    (session) => session.copy({ from: source, name, ...how }),
    options,
  );
}
