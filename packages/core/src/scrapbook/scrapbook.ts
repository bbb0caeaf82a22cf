import type { ScrapbookError } from "../error.ts";
import { MapView } from "../map-view.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { metricsColumns, namedColumns, scrapTableColumns } from "../notebook/tables.ts";
import type { Problem } from "../problem.ts";
import type { Scrap } from "../scrap/scrap.ts";
import { Scraps } from "../scrap/scraps.ts";
import type { Table } from "../table.ts";
import { keyedTable } from "./keyed-table.ts";
import { type WideTableOptions, wideTable } from "./wide-table.ts";

/** An ordered collection of notebooks by key. SPEC §14. */
export class Scrapbook extends MapView<Notebook> {
  /** Notebooks that could not be read, by key, where `onError` is `"collect"`. */
  readonly errors: ReadonlyMap<string, ScrapbookError>;

  /**
   * @param notebooks keys and notebooks, in order; a later one replaces an earlier one's value.
   * @param errors what could not be read. Default: none.
   */
  constructor(
    notebooks: Iterable<readonly [string, Notebook]> = [],
    errors: Iterable<readonly [string, ScrapbookError]> = [],
  ) {
    super(notebooks);
    this.errors = new Map(errors);
  }

  /**
   * The scraps of all notebooks by name: the place of the first, the value of the last. Python's
   * `scraps`; empty for an empty scrapbook. SPEC §14.
   *
   * @throws what `notebook.scraps` throws.
   */
  get scraps(): Scraps {
    const merged = new Map<string, Scrap>();
    for (const notebook of this.values()) {
      for (const [name, scrap] of notebook.scraps) merged.set(name, scrap);
    }
    return new Scraps(merged.values());
  }

  /** Each notebook's scraps by key. Python's `notebook_scraps`. */
  get notebookScraps(): ReadonlyMap<string, Scraps> {
    return new MapView([...this].map(([key, notebook]) => [key, notebook.scraps] as const));
  }

  /** All notebooks' problems by key, where there are some. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    const all = [...this].map(([key, notebook]) => [key, notebook.problems] as const);
    return new MapView(all.filter(([, problems]) => problems.length > 0));
  }

  /**
   * One row per notebook: `key`, then a column per scrap name. A name that a notebook lacks, or
   * whose data does not decode, leaves its member out of the row. SPEC §14.
   *
   * @param columns scrap names. Default: all scalar scraps' names, in order of first appearance.
   */
  table(columns?: readonly string[], options: WideTableOptions = {}): Table {
    return wideTable(this, columns, options);
  }

  /** Every notebook's `metrics`, with a last column `key`. SPEC §14. */
  get metrics(): Table {
    return keyedTable(this, metricsColumns, (notebook) => notebook.metrics);
  }

  /** Every notebook's `parameterDataframe`, with a last column `key`. */
  get parameterDataframe(): Table {
    return keyedTable(this, namedColumns, (notebook) => notebook.parameterDataframe);
  }

  /** Every notebook's `scrapDataframe`, with a last column `key`. */
  get scrapDataframe(): Table {
    return keyedTable(this, scrapTableColumns, (notebook) => notebook.scrapDataframe);
  }

  /** Every notebook's `papermillRecordDataframe`, with a last column `key`. */
  get papermillRecordDataframe(): Table {
    return keyedTable(this, namedColumns, (notebook) => notebook.papermillRecordDataframe);
  }

  /** Every notebook's `papermillDataframe`, with a last column `key`. Python's name. SPEC §14. */
  get papermillDataframe(): Table {
    return keyedTable(this, namedColumns, (notebook) => notebook.papermillDataframe);
  }
}
