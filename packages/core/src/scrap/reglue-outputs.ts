import { missingScrapOutput } from "../encode/missing-scrap.ts";
import type { Output } from "../encode/output.ts";
import { checkOptionNames } from "../error/check-options.ts";
import { reencodeScrap } from "./reencode-scrap.ts";
import type { Scraps } from "./scraps.ts";

/** Options of {@link reglueOutputs}. */
export interface ReglueOptions {
  /** The new name. Default, and for `""`: the scrap's own name. */
  readonly newName?: string | undefined;
  /** Whether a name that is not there is an error; otherwise a text says so. Default `true`. */
  readonly raiseOnMissing?: boolean | undefined;
  /** Whether the metadata that makes it a scrap again is left out. Default `false`. */
  readonly unattached?: boolean | undefined;
}

/**
 * The outputs that Python's `reglue` emits for the scrap of that name. Pure. SPEC §11.5.
 *
 * @throws `notebook-scrap-missing`, naming near names; `usage-argument`, `json-lone-surrogate` for a
 * new name that cannot be written.
 */
export function reglueOutputs(scraps: Scraps, name: string, options: ReglueOptions = {}): Output[] {
  checkOptionNames("reglueOutputs", options, "newName, raiseOnMissing, unattached");
  const { newName, raiseOnMissing = true, unattached } = options;
  const scrap = scraps.get(name);
  if (scrap !== undefined) return reencodeScrap(scrap, { name: newName, unattached });
  if (raiseOnMissing) scraps.value(name);
  return [missingScrapOutput(name)];
}
