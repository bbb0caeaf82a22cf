import { ScrapbookError } from "../error.ts";
import { setMember } from "../json/member.ts";
import { MapView } from "../map-view.ts";
import { nearNames, orList } from "../near-names.ts";
import { createTable, type Table } from "../table.ts";
import type { Scrap } from "./scrap.ts";
import { issuePath, type StandardSchema } from "./standard-schema.ts";

/** Scraps by name, in the notebook's order. SPEC §6. */
export class Scraps extends MapView<Scrap> {
  readonly #source: string | undefined;

  /** @internal Scraps come from notebooks and scrapbooks. */
  constructor(scraps: Iterable<Scrap>, source?: string) {
    super(Array.from(scraps, (scrap) => [scrap.name, scrap] as const));
    this.#source = source;
  }

  /** The scraps that hold data: Python's `data_scraps`. */
  get data(): ReadonlyMap<string, Scrap> {
    return new MapView([...this].filter(([, scrap]) => scrap.hasData));
  }

  /** The scraps that are shown: Python's `display_scraps`. */
  get display(): ReadonlyMap<string, Scrap> {
    return new MapView([...this].filter(([, scrap]) => scrap.display !== undefined));
  }

  /**
   * A scrap's data.
   *
   * @throws `notebook-scrap-missing`, naming near names, and what `scrap.data` throws.
   */
  value(name: string): unknown {
    const scrap = this.get(name);
    if (scrap === undefined) throw missingScrap(name, this.keys(), this.#source);
    return scrap.data;
  }

  /**
   * Checks the scraps' data with a schema of any library that implements Standard Schema, and gives
   * what it gives. Data that does not decode is absent for the schema.
   *
   * @throws (rejects with) `notebook-scraps-invalid`, naming what the schema found.
   */
  async parse<T>(schema: StandardSchema<T>): Promise<T> {
    const values: Record<string, unknown> = {};
    for (const [name, scrap] of this) {
      const result = scrap.tryData();
      if (result.ok && result.value !== undefined) setMember(values, name, result.value);
    }
    const result = await schema["~standard"].validate(values);
    if (result.issues === undefined) return result.value;
    const issues = result.issues.map((issue) => `${issuePath(issue)}: ${issue.message}`);
    throw new ScrapbookError("notebook-scraps-invalid", {
      what: "The scraps do not fit the schema",
      source: this.#source,
      got: issues.join("; "),
      hint: this.#undecodable(result.issues.map((issue) => String(issuePath(issue)))),
    });
  }

  /** Columns name, data, encoder, display, a row per scrap: Python's `dataframe`. SPEC §9. */
  get dataframe(): Table {
    return createTable(
      scrapColumns,
      [...this.values()].map((scrap) => [scrap.name, dataOr(scrap), scrap.encoder, scrap.display]),
    );
  }

  #undecodable(paths: readonly string[]): string | undefined {
    const failed = [...this.values()].filter((scrap) => !scrap.tryData().ok);
    const named = failed.find((scrap) => paths.includes(scrap.name));
    const result = named?.tryData();
    return result !== undefined && !result.ok ? result.error.message : undefined;
  }
}

/** Columns of {@link Scraps.dataframe}. */
export const scrapColumns: readonly string[] = ["name", "data", "encoder", "display"];

/** A scrap's data, or `undefined` where it does not decode: what tables hold. SPEC §9.6. */
export function dataOr(scrap: Scrap): unknown {
  const result = scrap.tryData();
  return result.ok ? result.value : undefined;
}

/** The error for a name that is not there. SPEC §12. */
function missingScrap(
  name: string,
  names: Iterable<string>,
  source: string | undefined,
): ScrapbookError {
  const all = [...names];
  const near = nearNames(name, all);
  return new ScrapbookError("notebook-scrap-missing", {
    what: `No scrap is called ${JSON.stringify(name)}`,
    source,
    expected: near.length > 0 || all.length === 0 ? undefined : orList(all.slice(0, mostListed)),
    hint: hintOf(near, all),
  });
}

/** More names than this would bury the message. */
const mostListed = 12;

function hintOf(near: readonly string[], all: readonly string[]): string | undefined {
  if (near.length > 0) return `Did you mean ${orList(near)}?`;
  return all.length === 0 ? "It holds no scraps." : undefined;
}
