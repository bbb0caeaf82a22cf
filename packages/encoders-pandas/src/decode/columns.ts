import { isScrapbookError, type ScrapbookError } from "@scrapbook/core";
import { type ArrowField, field, nullType } from "../arrow/type.ts";
import { type ArrowColumn, type ArrowTable, nullVector } from "../arrow/vector.ts";
import type { Engine } from "../engine/engine.ts";
import { readTable } from "../engine/read.ts";
import { decodeFailed } from "../failure.ts";
import { type ArrowHint, readArrowHint, wasOtherDictionary } from "../parquet/arrow-hint.ts";
import type { Footer } from "../parquet/footer.ts";
import { keyValue, partOf } from "../parquet/part.ts";
import { type RootColumn, rootColumns } from "../parquet/root-columns.ts";
import { utf8Decoder } from "../platform.ts";

/** How often parts of a file may fail before it is given up as a whole. */
const maxFailures = 64;

/**
 * The columns of a Parquet file. One that cannot be read does not take the others with it: it has
 * an `error`, and no values.
 *
 * @throws `encoder-decode-failed` where no column can be read, or too many cannot.
 */
export function readColumns(engine: Engine, parquet: Uint8Array, footer: Footer): ArrowTable {
  return new ColumnReader(engine, parquet, footer).table();
}

interface ReadColumn {
  readonly field: ArrowField;
  readonly column: ArrowColumn;
}

class ColumnReader {
  readonly #engine: Engine;
  readonly #parquet: Uint8Array;
  readonly #footer: Footer;
  readonly #roots: readonly RootColumn[];
  readonly #hint: ArrowHint | undefined;
  readonly #read: ReadColumn[] = [];
  #metadata: ReadonlyMap<string, string> | null = null;
  readonly #failures: ScrapbookError[] = [];

  constructor(engine: Engine, parquet: Uint8Array, footer: Footer) {
    this.#engine = engine;
    this.#parquet = parquet;
    this.#footer = footer;
    this.#roots = rootColumns(footer);
    const hint = readArrowHint(keyValue(footer, "ARROW:schema"));
    if (hint?.fields.length === this.#roots.length) this.#hint = hint;
  }

  table(): ArrowTable {
    const all = [...this.#roots.keys()];
    // By the hint the engine would make dictionaries of them, which for most types it cannot.
    const others = all.filter((at) => this.#wasOtherDictionary(at));
    const hinted = all.filter((at) => !others.includes(at));
    if (hinted.length > 0 || others.length === 0) this.#attempt(hinted, true);
    if (others.length > 0) this.#attempt(others, false);
    const [failure] = this.#failures;
    if (failure !== undefined && this.#read.every(({ column }) => column.error)) throw failure;
    return {
      schema: { fields: this.#read.map((read) => read.field), metadata: this.#metadata },
      children: this.#read.map(({ column }) => column),
    };
  }

  #wasOtherDictionary(at: number): boolean {
    const hint = this.#hint;
    return hint !== undefined && wasOtherDictionary(hint, hint.fields[at] as number);
  }

  /** Reads columns, by the Arrow schema or by Parquet's own alone, in halves where that fails. */
  #attempt(positions: readonly number[], hinted: boolean): void {
    try {
      const { schema, children } = readTable(
        this.#engine,
        this.#pieces(positions, hinted),
        this.#footer.rowGroups.map((group) => group.rows),
      );
      for (const [i, at] of positions.entries()) {
        const [own, column] = [schema.fields[i], children[i]];
        if (own && column) this.#read[at] = { field: own, column };
      }
      this.#metadata ??= schema.metadata;
    } catch (error) {
      if (!isScrapbookError(error) || error.code !== "encoder-decode-failed") throw error;
      this.#failures.push(error);
      if (this.#failures.length > maxFailures) throw this.#failures[0];
      this.#attemptParts(positions, hinted, error);
    }
  }

  #attemptParts(positions: readonly number[], hinted: boolean, error: ScrapbookError): void {
    const [at] = positions;
    if (at === undefined) throw error;
    if (positions.length > 1) {
      const middle = positions.length >> 1;
      this.#attempt(positions.slice(0, middle), hinted);
      this.#attempt(positions.slice(middle), hinted);
    } else if (hinted && this.#hint !== undefined) this.#attempt(positions, false);
    else this.#read[at] = this.#unreadable(at, error);
  }

  #pieces(positions: readonly number[], hinted: boolean): readonly Uint8Array[] {
    if (hinted && positions.length === this.#roots.length) return [this.#parquet];
    const hint = hinted ? this.#hint : undefined;
    return partOf(this.#parquet, this.#footer, {
      columns: positions.map((at) => this.#roots[at] as RootColumn),
      hint: hint && { ...hint, fields: positions.map((at) => hint.fields[at] as number) },
    });
  }

  #unreadable(at: number, cause: ScrapbookError): ReadColumn {
    const name = utf8Decoder.decode(this.#roots[at]?.name);
    const shown = JSON.stringify(name.slice(0, 80));
    const error = decodeFailed({
      what: `The frame's column ${shown} cannot be read`,
      got: reasonOf(cause),
      hint: `The other columns can be read: frame.drop([${shown}]) has them.`,
      cause,
    });
    const data = [nullVector(nullType, this.#footer.rows)];
    return { field: field(name, nullType), column: { type: nullType, data, error } };
  }
}

/** What the engine said, where it said something. */
const reasonOf = ({ cause, message }: ScrapbookError): string =>
  cause instanceof Error ? String(cause).replace(/^Error: /, "") : message;
