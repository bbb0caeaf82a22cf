import type { DisplayOutput } from "../decode/display-output.ts";
import { type DecodedScrap, findScraps } from "../decode/merge.ts";
import { type ScrapbookError, withSource } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { conflict } from "../io/store-error.ts";
import type { Span } from "../json/span.ts";
import { Notebook } from "../notebook/notebook.ts";
import type { ReadContext } from "../notebook/read-options.ts";
import { type Outline, type OutputOutline, outputPath } from "../outline/outline.ts";
import type { Pieces } from "./byte-source.ts";
import { displayNotKept, type HeldRemains } from "./remains.ts";

/** What a notebook that was read in pieces has besides. */
export interface StreamedParts {
  readonly remains: HeldRemains;
  readonly source: Pieces;
  /** How many bytes the notebook has. */
  readonly byteLength: number;
  readonly version: () => string | undefined;
}

const ignore = (): void => {};

const notKept = (output: OutputOutline): ScrapbookError =>
  displayNotKept(outputPath(output), output.span.start);

/**
 * A notebook that was read in pieces: everything that `readNotebook` gives, but that long displays have
 * to be asked for with {@link loadDisplay} before they are looked at.
 */
export class StreamedNotebook extends Notebook {
  /** How many bytes the notebook has. */
  readonly byteLength: number;
  readonly #outline: Outline;
  readonly #context: ReadContext;
  readonly #parts: StreamedParts;
  #found: ReadonlyMap<string, DecodedScrap> | undefined;
  #notKept: readonly Problem[] | undefined;

  /** @internal `readScraps` makes them. */
  constructor(outline: Outline, context: ReadContext, parts: StreamedParts) {
    super(outline, context, parts.version);
    this.byteLength = parts.byteLength;
    this.#outline = outline;
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * What is wrong, as in every notebook; last, `display-not-kept` for each scrap whose display was not
   * kept and cannot be read again. Those make no scrap invalid: `scraps` does not throw for them.
   */
  override get problems(): readonly Problem[] {
    const problems = super.problems;
    return [...problems, ...this.#lost().slice(0, this.#context.maxProblems - problems.length)];
  }

  override get problemCount(): number {
    return super.problemCount + this.#lost().length;
  }

  /** Whether the scrap's display is at hand, or it has none. */
  hasDisplay(name: string): boolean {
    const span = this.#scraps().get(name)?.display?.output.span;
    return span === undefined || this.#parts.remains.has(span);
  }

  /**
   * Reads the display of a scrap once more from its source, so that `scrap.display`, `bytes` and `text`
   * have it from then on. At once where it was kept.
   *
   * @returns the display; `undefined` where the scrap has none.
   * @throws (rejects with) `notebook-scrap-missing`; `display-not-kept` where the source cannot be
   * read again; `store-conflict` where it has changed meanwhile; what the store rejects with.
   */
  async loadDisplay(name: string): Promise<DisplayOutput | undefined> {
    const found = this.#scraps().get(name);
    if (found === undefined) this.scraps.value(name);
    const output = found?.display?.output;
    const { source, remains } = this.#parts;
    if (output !== undefined && !this.hasDisplay(name)) {
      const { span } = output;
      if (source.slice === undefined) throw withSource(notKept(output), this.source);
      const bytes = await source.slice(span.start, span.end);
      this.#check(bytes, span);
      remains.put(span, bytes);
    }
    return this.scraps.get(name)?.display;
  }

  /**
   * Gives back the source, which is held open where displays may have to be read again. Those cannot
   * be loaded afterwards. May be called more than once.
   */
  async close(): Promise<void> {
    await this.#parts.source.close();
  }

  /** @throws `store-conflict` for bytes that are not one whole object. */
  #check(bytes: Uint8Array, { start, end }: Span): void {
    try {
      if (bytes.length === end - start && bytes[0] === 0x7b && bytes.at(-1) === 0x7d) {
        this.#context.engine(bytes, { maxDepth: this.#context.maxDepth });
        return;
      }
    } catch {}
    throw conflict(this.source ?? "the source", "other bytes than before");
  }

  #scraps(): ReadonlyMap<string, DecodedScrap> {
    this.#found ??= new Map(
      findScraps(this.#outline.bearing, this.#context.merge, ignore, ignore).map((scrap) => [
        scrap.name,
        scrap,
      ]),
    );
    return this.#found;
  }

  #lost(): readonly Problem[] {
    if (this.#parts.source.slice !== undefined) return [];
    this.#notKept ??= [...this.#scraps()].flatMap(([name, { display }]) =>
      display === undefined || this.hasDisplay(name)
        ? []
        : [withSource(notKept(display.output), this.source)],
    );
    return this.#notKept;
  }
}
