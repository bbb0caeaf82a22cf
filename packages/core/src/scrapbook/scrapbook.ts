import { wrongArgument } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { metricsColumns, namedColumns, scrapTableColumns } from "../notebook/tables.ts";
import { MapView } from "../scrap/map-view.ts";
import { Memo } from "../scrap/memo.ts";
import type { Scrap } from "../scrap/scrap.ts";
import { Scraps } from "../scrap/scraps.ts";
import type { Table } from "../scrap/table.ts";
import { keyedTable } from "./keyed-table.ts";
import { type WideTableOptions, wideTable } from "./wide-table.ts";

/** An ordered collection of notebooks by key. SPEC §14. */
export class Scrapbook extends MapView<Notebook> {
  /** Notebooks that could not be read, by key, where `onError` is `"collect"`. */
  readonly errors: ReadonlyMap<string, ScrapbookError>;
  readonly #memo = new Memo();

  /**
   * @param notebooks keys and notebooks, in order.
   * @param errors what could not be read. Default: none.
   * @throws `usage-duplicate-key`: a collision is never an overwrite. `usage-argument`.
   */
  constructor(
    notebooks: Iterable<readonly [string, Notebook]> = [],
    errors: Iterable<readonly [string, ScrapbookError]> = [],
  ) {
    const keyed = Symbol.iterator in Object(notebooks) ? [...notebooks] : undefined;
    if (keyed?.every(isEntry) !== true) {
      const expected = "pairs of a key and a notebook, such as [[key, notebook]]";
      throw wrongArgument("A scrapbook is not made of this", notebooks, expected);
    }
    super(keyed);
    if (this.size < keyed.length) throw duplicateOf(keyed);
    this.errors = new Map(errors);
  }

  /**
   * The scraps of all notebooks by name: the place of the first, the value of the last. Python's
   * `scraps`; empty for an empty scrapbook. SPEC §14.
   *
   * @throws what `notebook.scraps` throws.
   */
  get scraps(): Scraps {
    return this.#memo.get("scraps", () => {
      const merged = new Map<string, Scrap>();
      for (const notebook of this.values()) {
        for (const [name, scrap] of notebook.scraps) merged.set(name, scrap);
      }
      return new Scraps(merged.values());
    });
  }

  /** Each notebook's scraps by key. Python's `notebook_scraps`. */
  get notebookScraps(): ReadonlyMap<string, Scraps> {
    return this.#memo.get(
      "notebookScraps",
      () => new MapView([...this].map(([key, notebook]) => [key, notebook.scraps] as const)),
    );
  }

  /** All notebooks' problems by key, where there are some. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    return this.#memo.get("problems", () => {
      const all = [...this].map(([key, notebook]) => [key, notebook.problems] as const);
      return new MapView(all.filter(([, problems]) => problems.length > 0));
    });
  }

  /** The notebooks for which `choose` says so, as a scrapbook with the same {@link errors}. */
  filter(choose: (notebook: Notebook, key: string) => boolean): Scrapbook {
    checkFunction("book.filter", choose);
    return scrapbookOf(
      [...this].filter(([key, notebook]) => choose(notebook, key)),
      this.errors,
    );
  }

  /** What `change` makes of each notebook, in order. */
  map<T>(change: (notebook: Notebook, key: string) => T): T[] {
    checkFunction("book.map", change);
    return Array.from(this, ([key, notebook]) => change(notebook, key));
  }

  /**
   * One row per notebook: `key`, then a column per scrap name. A name that a notebook lacks, or
   * whose data does not decode, leaves its member out of the row. SPEC §14.
   *
   * @param columns scrap names. Default: all scalar scraps' names, in order of first appearance.
   * @throws `usage-argument` for a column that no notebook has, with near names. Where every run failed or
   * has not ended, any may be missing.
   */
  table(columns?: readonly string[], options: WideTableOptions = {}): Table {
    return wideTable(this, columns, options);
  }

  /** Every notebook's `metrics`, with a last column `key`. SPEC §14. */
  get metrics(): Table {
    return this.#table("metrics", metricsColumns, (notebook) => notebook.metrics);
  }

  /** Every notebook's `parameterDataframe`, with a last column `key`. */
  get parameterDataframe(): Table {
    return this.#table(
      "parameterDataframe",
      namedColumns,
      (notebook) => notebook.parameterDataframe,
    );
  }

  /** Every notebook's `scrapDataframe`, with a last column `key`. */
  get scrapDataframe(): Table {
    return this.#table("scrapDataframe", scrapTableColumns, (notebook) => notebook.scrapDataframe);
  }

  /** Every notebook's `papermillRecordDataframe`, with a last column `key`. */
  get papermillRecordDataframe(): Table {
    return this.#table(
      "papermillRecordDataframe",
      namedColumns,
      (notebook) => notebook.papermillRecordDataframe,
    );
  }

  /** Every notebook's `papermillDataframe`, with a last column `key`. Python's name. SPEC §14. */
  get papermillDataframe(): Table {
    return this.#table(
      "papermillDataframe",
      namedColumns,
      (notebook) => notebook.papermillDataframe,
    );
  }

  #table(name: string, columns: readonly string[], of: (notebook: Notebook) => Table): Table {
    return this.#memo.get(name, () => keyedTable(this, columns, of));
  }
}

/** A scrapbook, made outside of its class: compilers rename a class that names itself, and consoles show the name. */
function scrapbookOf(...parts: ConstructorParameters<typeof Scrapbook>): Scrapbook {
  return new Scrapbook(...parts);
}

function isEntry(entry: unknown): boolean {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return false;
  return typeof Object(entry[1]).value === "function";
}

function checkFunction(taker: string, given: unknown): void {
  if (typeof given === "function") return;
  throw wrongArgument(`${taker} takes a function`, given, "(notebook, key) => …");
}

/** The error for the first key that stands for two notebooks. SPEC §14.1. */
function duplicateOf(notebooks: readonly (readonly [string, Notebook])[]): ScrapbookError {
  const found = new Set<string>();
  const twice = notebooks.find(([key]) => found.has(key) || !found.add(key));
  return new ScrapbookError("usage-duplicate-key", {
    what: `Two notebooks have the key ${JSON.stringify(twice?.[0])}`,
    source: twice?.[1].source,
    expected: "a key of its own for each notebook",
  });
}
