import { checkOptions, type OptionRules } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import { nearNames, orList } from "../error/near-names.ts";
import { setMember } from "../json/member.ts";
import type { DataResult } from "./data-result.ts";
import { MapView } from "./map-view.ts";
import { Memo } from "./memo.ts";
import type { Scrap } from "./scrap.ts";
import {
  invalid,
  isSchema,
  issuePath,
  type StandardResult,
  type StandardSchema,
  validate,
  validateNow,
} from "./standard-schema.ts";
import { type Table, tableOf } from "./table.ts";

/** How `value` gives a value: checked by a schema, or by default another one. */
export interface ValueOptions<T> {
  /** Checks the value, and may change it. Default: none. */
  readonly schema?: StandardSchema<T> | undefined;
  /** What is given where there is no such scrap, or it has no data. Default: that is an error. */
  readonly default?: T | undefined;
}

const valueRules: OptionRules = {
  schema: { expected: "a schema of zod, valibot, arktype or the like", fits: isSchema },
  default: { expected: "any value", fits: () => true },
};

/** Scraps by name, in the notebook's order. SPEC §6. */
export class Scraps extends MapView<Scrap> {
  readonly #source: string | undefined;
  readonly #whyMissing: () => string | undefined;
  readonly #memo = new Memo();

  /** @internal Scraps come from notebooks and scrapbooks. */
  constructor(
    scraps: Iterable<Scrap>,
    source?: string,
    whyMissing: () => string | undefined = () => undefined,
  ) {
    super(Array.from(scraps, (scrap) => [scrap.name, scrap] as const));
    this.#source = source;
    this.#whyMissing = whyMissing;
  }

  /** The scraps that hold data: Python's `data_scraps`. */
  get data(): ReadonlyMap<string, Scrap> {
    return this.#memo.get(
      "data",
      () => new MapView([...this].filter(([, scrap]) => scrap.hasData)),
    );
  }

  /** The scraps that are shown: Python's `display_scraps`. */
  get display(): ReadonlyMap<string, Scrap> {
    return this.#memo.get(
      "display",
      () => new MapView([...this].filter(([, scrap]) => scrap.decodedDisplay !== undefined)),
    );
  }

  /**
   * A scrap's data, as what you say that it is: `value<number>("distance")`. Nothing checks that,
   * unless you give a schema: `value("distance", z.number())`.
   *
   * @param options a schema that implements Standard Schema; or `{ schema, default }`.
   * @throws `notebook-scrap-missing`, naming near names; `notebook-scraps-invalid` with the schema's
   * `issues`; `usage-argument` for a schema that is asynchronous; what `scrap.data` throws.
   */
  value<T = unknown>(name: string, options?: StandardSchema<T> | ValueOptions<T>): T {
    const given = (isSchema(options) ? { schema: options } : options) as
      | ValueOptions<T>
      | undefined;
    checkOptions("value", given, valueRules);
    const { schema, default: fallback } = given ?? {};
    const data = this.get(name)?.data;
    if (data === undefined && fallback !== undefined) return fallback;
    if (!this.has(name)) throw this.#missing(name);
    if (schema === undefined) return data as T;
    const result = validateNow(schema, data);
    if (result.issues === undefined) return result.value;
    const what = `The scrap ${JSON.stringify(name)} does not fit the schema`;
    const issues = result.issues.map((issue) => ({
      ...issue,
      path: [name, ...(issue.path ?? [])],
    }));
    throw invalid(what, this.#source, issues);
  }

  /** The data by name, without what is only shown, and without what does not decode. */
  toObject(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, scrap] of this) {
      const value = dataOr(scrap);
      if (value !== undefined) setMember(values, name, value);
    }
    return values;
  }

  /**
   * Checks {@link toObject} with a schema of any library that implements Standard Schema, and gives
   * what it gives.
   *
   * @throws `notebook-scraps-invalid`, with the schema's `issues`; `usage-argument` for a schema that
   * is asynchronous: {@link parseAsync} takes it.
   */
  parse<T>(schema: StandardSchema<T>): T {
    return this.#parsed(validateNow(schema, this.toObject()));
  }

  /** {@link parse} without throwing: `{ok: true, value}` or `{ok: false, error}`. */
  safeParse<T>(schema: StandardSchema<T>): DataResult<T> {
    const result = validateNow(schema, this.toObject());
    return result.issues === undefined
      ? { ok: true, value: result.value }
      : { ok: false, error: this.#invalid(result) };
  }

  /** {@link parse} for schemas that are asynchronous. */
  async parseAsync<T>(schema: StandardSchema<T>): Promise<T> {
    return this.#parsed(await validate(schema, this.toObject()));
  }

  /** Columns name, data, encoder, display, a row per scrap: Python's `dataframe`. SPEC §9. */
  get dataframe(): Table {
    return this.#memo.get("dataframe", () => tableOf(scrapColumns, scrapCells(this)));
  }

  #parsed<T>(result: StandardResult<T>): T {
    if (result.issues === undefined) return result.value;
    throw this.#invalid(result);
  }

  #invalid({ issues = [] }: StandardResult<unknown>): ScrapbookError {
    const results = issues.map((issue) => this.get(issuePath(issue))?.tryData());
    // Data that does not decode is absent for the schema: then that is what is wrong.
    const hint = results.find((result) => result?.ok === false)?.error.message;
    return invalid("The scraps do not fit the schema", this.#source, issues, hint);
  }

  /** The error for a name that is not there. SPEC §12. */
  #missing(name: unknown): ScrapbookError {
    const all = [...this.keys()];
    const near = nearNames(String(name), all);
    const listed = near.length > 0 ? [] : all.slice(0, mostListed);
    return new ScrapbookError("notebook-scrap-missing", {
      what: `No scrap is called ${JSON.stringify(name)}`,
      source: this.#source,
      expected: listed.length > 0 ? orList(listed) : undefined,
      hint: [
        all.length === 0
          ? "It holds no scraps."
          : near.length > 0 && `Did you mean ${orList(near)}?`,
        this.#whyMissing(),
      ]
        .filter(Boolean)
        .join(" "),
    });
  }
}

/** More names than this would bury the message. */
const mostListed = 12;

/** Columns of {@link Scraps.dataframe}. */
export const scrapColumns: readonly string[] = ["name", "data", "encoder", "display"];

/** The cells of {@link Scraps.dataframe}, a row per scrap. */
export function scrapCells(scraps: Scraps): unknown[][] {
  return [...scraps.values()].map((scrap) => [
    scrap.name,
    dataOr(scrap),
    scrap.encoder,
    scrap.display,
  ]);
}

/** A scrap's data, or `undefined` where it does not decode: what tables hold. SPEC §9.6. */
export function dataOr(scrap: Scrap): unknown {
  const result = scrap.tryData();
  return result.ok ? result.value : undefined;
}
