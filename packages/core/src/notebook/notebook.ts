import { findScraps, type ScrapFindings } from "../decode/merge.ts";
import { withSource } from "../error.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import type { Problem } from "../problem.ts";
import { bytesOf } from "../region.ts";
import { Scrap } from "../scrap/scrap.ts";
import { Scraps } from "../scrap/scraps.ts";
import type { Table } from "../table.ts";
import type { Outline, Part } from "./outline.ts";
import { decodePapermill, type PapermillViews } from "./papermill.ts";
import type { ReadContext } from "./read-options.ts";
import type { Run } from "./run.ts";
import { metricsTable, papermillTable, parameterTable, recordTable, scrapTable } from "./tables.ts";

/**
 * One notebook: its scraps, parameters, run and timings. A view: it parses what is asked for, once.
 * It cannot be changed; `edit` plans changes to its bytes. SPEC §2, §9.
 */
export class Notebook {
  /** The name it was read by: a path, a URL, or what `source` said. */
  readonly source: string | undefined;
  /** The major format version, always 4. */
  readonly nbformat: number;
  readonly nbformatMinor: number;
  readonly #outline: Outline;
  readonly #context: ReadContext;
  #findings: ScrapFindings | undefined;
  #scraps: Scraps | undefined;
  #papermill: PapermillViews | undefined;

  /** @internal `parseNotebook` makes notebooks. */
  constructor(outline: Outline, context: ReadContext) {
    this.source = context.source;
    this.nbformat = outline.nbformat;
    this.nbformatMinor = outline.nbformatMinor;
    this.#outline = outline;
    this.#context = context;
  }

  /** The last part of {@link source}: Python's `filename`. Empty where there is no source. */
  get filename(): string {
    return this.source?.replace(/^.*[/\\]/s, "") ?? "";
  }

  /** {@link source} without its last part: Python's `directory`. */
  get directory(): string {
    return this.source?.match(/^(.*)[/\\]/s)?.[1] ?? "";
  }

  /** The notebook's metadata, parsed anew at each call. */
  get metadata(): JsonObject {
    return this.#parse(this.#outline.metadata) as JsonObject;
  }

  /**
   * The scraps by name.
   *
   * @throws the first invalid payload's error where the notebook was read strictly, the default.
   * With `strict: false` it never throws; see {@link problems}. SPEC §12.
   */
  get scraps(): Scraps {
    const { problems } = this.#find();
    if (this.#context.strict && problems[0] !== undefined) throw problems[0];
    return this.#lenientScraps();
  }

  /** What is wrong with the notebook's scraps, in file order. Empty where all is well. SPEC §12. */
  get problems(): readonly Problem[] {
    return [
      ...this.#find().problems,
      ...this.#views().problems.map((one) => withSource(one, this.source)),
    ];
  }

  /**
   * A scrap's data.
   *
   * @throws `notebook-scrap-missing`, naming near names; what {@link scraps} and `scrap.data` throw.
   */
  value(name: string): unknown {
    return this.scraps.value(name);
  }

  /** Names of the encoders that the notebook's payloads ask for. Never throws. SPEC §4. */
  get encoderNames(): ReadonlySet<string> {
    return new Set([...this.#lenientScraps().values()].map((scrap) => scrap.encoder));
  }

  /** papermill's parameters; `{}` where there are none. SPEC §9.1. */
  get parameters(): JsonObject {
    return this.#views().parameters;
  }

  /** What papermill says of the execution. SPEC §9.2. */
  get run(): Run {
    return this.#views().run;
  }

  /**
   * Seconds that each cell took, as papermill wrote them; 0 where it wrote none, `undefined` where
   * the cell was not executed. Python's `cell_timing`. SPEC §9.5.
   */
  get cellTiming(): readonly (JsonValue | undefined)[] {
    return this.#views().cellTiming;
  }

  /** Each cell's execution count; `undefined` where it has none. Python's name. SPEC §9.5. */
  get executionCounts(): readonly (JsonValue | undefined)[] {
    return this.#views().executionCounts;
  }

  /** Columns filename, cell, value, type: a row per executed cell. Python's `metrics`. SPEC §9. */
  get metrics(): Table {
    return metricsTable(this, this.#views().countLabels);
  }

  /** Columns name, value, type, filename: a row per parameter, sorted. Python's name. SPEC §9. */
  get parameterDataframe(): Table {
    return parameterTable(this);
  }

  /** Columns name, data, encoder, display, filename: a row per scrap. Python's name. SPEC §9. */
  get scrapDataframe(): Table {
    return scrapTable(this);
  }

  /** Columns name, value, type, filename: a row per data scrap, sorted. Python's name. SPEC §9. */
  get papermillRecordDataframe(): Table {
    return recordTable(this);
  }

  /** The parameters' rows, then the records'. Python's name. SPEC §9. */
  get papermillDataframe(): Table {
    return papermillTable(this);
  }

  #find(): ScrapFindings {
    if (this.#findings === undefined) {
      const { merge, onWarning } = this.#context;
      const found = findScraps(this.#outline.cells, merge, onWarning);
      const problems = found.problems.map((problem) => withSource(problem, this.source));
      this.#findings = { ...found, problems };
    }
    return this.#findings;
  }

  #lenientScraps(): Scraps {
    if (this.#scraps === undefined) {
      const scraps = this.#find().scraps.map((finding) => new Scrap(finding, this.#context));
      this.#scraps = new Scraps(scraps, this.source);
    }
    return this.#scraps;
  }

  #views(): PapermillViews {
    this.#papermill ??= decodePapermill(this.#outline, (part) => this.#parse(part));
    return this.#papermill;
  }

  #parse({ region, span }: Part): JsonValue {
    try {
      return parseJson(bytesOf(region, span), this.#context);
    } catch (error) {
      throw withSource(error, this.source);
    }
  }
}
