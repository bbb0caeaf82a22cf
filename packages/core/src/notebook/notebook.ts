import { type DecodedScrap, findScraps } from "../decode/merge.ts";
import { ScrapbookError, withSource } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { ProblemList } from "../error/problem-list.ts";
import { jsonSafe } from "../json/json-safe.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import type { Outline, Part } from "../outline/outline.ts";
import { parseValue } from "../outline/region.ts";
import { decodePapermill, type PapermillViews } from "../papermill/papermill.ts";
import { failureOf, type Run } from "../papermill/run.ts";
import { Memo } from "../scrap/memo.ts";
import { encoderOf, Scrap } from "../scrap/scrap.ts";
import { scrapView } from "../scrap/scrap-view.ts";
import { Scraps, type ValueOptions } from "../scrap/scraps.ts";
import { showAs } from "../scrap/show.ts";
import type { StandardSchema } from "../scrap/standard-schema.ts";
import type { Table } from "../scrap/table.ts";
import type { ReadContext } from "./read-options.ts";
import { metricsTable, papermillTable, parameterTable, recordTable, scrapTable } from "./tables.ts";

/**
 * One notebook: its scraps, parameters, run and timings. A view: it parses what is asked for, once.
 * It cannot be changed; `edit` plans changes to its bytes. SPEC §2, §9.
 */
export class Notebook {
  /** The name it was read by: a path, a URL, or what `source` said. */
  readonly source: string | undefined;
  /** The major format version: 4, or 2 or 3 where it was read with `strict: false` as an empty one. */
  readonly nbformat: number;
  readonly nbformatMinor: number;
  readonly #outline: Outline;
  readonly #context: ReadContext;
  readonly #version: (() => string | undefined) | undefined;
  readonly #memo = new Memo();

  /** @internal `parseNotebook` makes notebooks. */
  constructor(outline: Outline, context: ReadContext, version?: () => string | undefined) {
    this.source = context.source;
    this.nbformat = outline.nbformat;
    this.nbformatMinor = outline.nbformatMinor;
    this.#outline = outline;
    this.#context = context;
    this.#version = version;
    // Not by its own name: compilers rename a class that names itself, and consoles show the name.
    showAs(new.target, (notebook, isNested) => notebook.#view(isNested));
    showAs(Scrap, scrapView);
  }

  /**
   * The store's token for the bytes that were read: what `writeNotebook` and `editNotebook` can
   * `expect`, so that nothing is written over what somebody else wrote meanwhile. `undefined` where
   * there is none: for notebooks that were not read from a store, and for files read by
   * `readNotebooks`, whose bytes are not kept.
   */
  get version(): string | undefined {
    return this.#version?.();
  }

  /** The last part of {@link source}: Python's `filename`. Empty where there is no source. */
  get filename(): string {
    return this.source?.replace(/^.*[/\\]/s, "") ?? "";
  }

  /** {@link source} without its last part: Python's `directory`. */
  get directory(): string {
    return this.source?.match(/^(.*)[/\\]/s)?.[1] ?? "";
  }

  /** The notebook's metadata. @throws `json-integer-digits`. */
  get metadata(): JsonObject {
    return this.#memo.get("metadata", () => {
      try {
        return this.#parse(this.#outline.metadata) as JsonObject;
      } catch (error) {
        const { code, details } = error as ScrapbookError;
        throw new ScrapbookError(code, { ...details, path: "/metadata", source: this.source });
      }
    });
  }

  /**
   * The scraps by name.
   *
   * @throws the first invalid payload's error where the notebook was read strictly, the default.
   * With `strict: false` it never throws; see {@link problems}. SPEC §12.
   */
  get scraps(): Scraps {
    const [problem] = this.#find().problems.kept;
    if (this.#context.strict && problem !== undefined) throw problem;
    return this.#lenientScraps();
  }

  /**
   * What is wrong with the notebook's scraps, in file order, then with what papermill left. Empty
   * where all is well. Of more than `maxProblems` the first; see {@link problemCount}. SPEC §12.
   */
  get problems(): readonly Problem[] {
    return this.#allProblems().kept;
  }

  /** How many problems there are, those that {@link problems} does not keep too. */
  get problemCount(): number {
    return this.#allProblems().count;
  }

  /**
   * A scrap's data: `value<number>("distance")`, or `value("distance", z.number())`, which checks it.
   *
   * @param options a schema that implements Standard Schema; or `{ schema, default }`.
   * @throws `notebook-scrap-missing`, naming near names; what {@link scraps} and its `value` throw.
   */
  value<T = unknown>(name: string, options?: StandardSchema<T> | ValueOptions<T>): T {
    return this.scraps.value(name, options);
  }

  /** What `JSON.stringify` writes; big integers as their digits in text. */
  toJSON(): unknown {
    return jsonSafe(this.#view(false));
  }

  /** Names of the encoders that the notebook's payloads ask for. Never throws. SPEC §4. */
  get encoderNames(): ReadonlySet<string> {
    return this.#memo.get(
      "encoderNames",
      () => new Set(this.#find().scraps.map(({ payload }) => encoderOf(payload))),
    );
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
    return this.#memo.get("metrics", () => metricsTable(this, this.#views().countLabels));
  }

  /** Columns name, value, type, filename: a row per parameter, sorted. Python's name. SPEC §9. */
  get parameterDataframe(): Table {
    return this.#memo.get("parameterDataframe", () => parameterTable(this));
  }

  /** Columns name, data, encoder, display, filename: a row per scrap. Python's name. SPEC §9. */
  get scrapDataframe(): Table {
    return this.#memo.get("scrapDataframe", () => scrapTable(this));
  }

  /** Columns name, value, type, filename: a row per data scrap, sorted. Python's name. SPEC §9. */
  get papermillRecordDataframe(): Table {
    return this.#memo.get("papermillRecordDataframe", () => recordTable(this));
  }

  /** The parameters' rows, then the records'. Python's name. SPEC §9. */
  get papermillDataframe(): Table {
    return this.#memo.get("papermillDataframe", () => papermillTable(this));
  }

  #find(): Findings {
    return this.#memo.get("findings", () => {
      const { merge, onWarning } = this.#context;
      const problems = this.#problemList();
      if (this.#outline.oldFormat !== undefined) this.#report(problems, this.#outline.oldFormat);
      const onProblem = (problem: ScrapbookError): void => this.#report(problems, problem);
      const scraps = findScraps(this.#outline.bearing, merge, onProblem, onWarning);
      return { scraps, problems };
    });
  }

  #lenientScraps(): Scraps {
    return this.#memo.get("scraps", () => {
      const codeOf = (cell: number): Part | undefined => this.#outline.cells[cell]?.code;
      const context = { ...this.#context, codeOf };
      const scraps = this.#find().scraps.map((scrap) => new Scrap(scrap, context));
      return new Scraps(scraps, this.source, () => failureOf(this.run));
    });
  }

  #view(isNested: boolean): object {
    const scraps = this.#lenientScraps();
    const { source, run, parameters } = this;
    const problems = this.problemCount;
    return {
      ...{ source, run: run.status, parameters },
      ...(problems > 0 && { problems }),
      scraps: isNested ? [...scraps.keys()].join(", ") : scraps,
    };
  }

  #views(): PapermillViews & { readonly problems: ProblemList } {
    return this.#memo.get("papermill", () => {
      const problems = this.#problemList();
      const views = decodePapermill(this.#outline, {
        engine: this.#context.engine,
        parse: (part) => this.#parse(part),
        onProblem: (problem) => this.#report(problems, problem),
      });
      return { ...views, problems };
    });
  }

  #allProblems(): ProblemList {
    return this.#memo.get("problems", () => {
      const all = this.#problemList();
      for (const { kept, count } of [this.#find().problems, this.#views().problems]) {
        for (const problem of kept) all.add(problem);
        all.count += count - kept.length;
      }
      return all;
    });
  }

  #problemList(): ProblemList {
    return new ProblemList(this.#context.maxProblems);
  }

  #report(problems: ProblemList, problem: ScrapbookError): void {
    problems.add(withSource(problem, this.source));
  }

  #parse({ region, span }: Part): JsonValue {
    return parseValue(region, span, this.#context);
  }
}

/** The scraps of a notebook as they were found, and what was wrong with them. */
interface Findings {
  readonly scraps: readonly DecodedScrap[];
  readonly problems: ProblemList;
}
