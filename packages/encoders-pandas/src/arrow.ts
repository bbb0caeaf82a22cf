import { ScrapbookError } from "@scrapbook/core";
import { describeValue } from "@scrapbook/core/internal";
import { tableFromIPC } from "@uwdata/flechette";
import { unifyDictionaries } from "./arrow/dictionary.ts";
import { elementsPerValue } from "./arrow/slice.ts";
import { type ArrowType, type TypedArray, typeId } from "./arrow/type.ts";
import type { ArrowTable, Vector } from "./arrow/vector.ts";
import { readFrame } from "./decode/frame.ts";
import { describedTable, isKnownType } from "./encode/foreign-table.ts";
import { ipcStream } from "./encode/ipc.ts";
import { ownEngine } from "./engine/engine-source.ts";
import { unsupported } from "./failure.ts";
import { checkFrame, DataFrame } from "./frame/data-frame.ts";
import { toParquet } from "./parquet.ts";

/** Nothing is rounded on the way: what flechette would make numbers of stays as it is. */
const exact = {
  useBigInt: true,
  useBigIntTimestamp: true,
  useDecimalInt: true,
  useMap: true,
} as const;

/**
 * The frame as an Arrow IPC stream, index and pandas metadata included: what apache-arrow, arquero,
 * DuckDB, Polars and pyarrow read.
 */
export function toIPC(frame: DataFrame): Uint8Array<ArrayBuffer> {
  checkFrame("toIPC", frame);
  return ipcStream(frame.table);
}

/**
 * The frame as a table of `@uwdata/flechette`, index and pandas metadata included, with the options
 * under which it rounds nothing. For apache-arrow, arquero or DuckDB take {@link toIPC}.
 */
export function toArrow(frame: DataFrame): FlechetteTable {
  return tableFromIPC(toIPC(frame), exact) as unknown as FlechetteTable;
}

/** What is used most of flechette's `Table`; cast it where you use the library itself. */
export interface FlechetteTable {
  readonly names: readonly string[];
  readonly numRows: number;
  readonly numCols: number;
  getChild(name: string): { readonly length: number; at(index: number): unknown } | undefined;
  at(index: number): Record<string, unknown>;
  toArray(): Record<string, unknown>[];
  toColumns(): Record<string, ArrayLike<unknown>>;
}

/**
 * A DataFrame of any library's Arrow table, given as an IPC stream or file: `tableToIPC(table)` of
 * apache-arrow and flechette, `table.toArrowIPC()` of arquero. pandas metadata is kept where there
 * is some; otherwise rows are counted from 0, and integers and booleans with nulls are `Int64` and
 * `boolean`. Dictionaries of text are categories.
 *
 * @throws `usage-argument` for bytes that are no Arrow IPC, `encoder-unsupported` for types that
 * Parquet has not: unions, calendar intervals, run-end encoding, list views.
 */
export function dataFrameFromIPC(bytes: Uint8Array): DataFrame {
  const table = unifyDictionaries(parseIPC(bytes));
  const rows = (table.children[0]?.data ?? []).reduce((sum, { length }) => sum + length, 0);
  for (const { name, type } of table.schema.fields) {
    if (isKnownType(type)) continue;
    throw unsupported({
      what: `The column ${JSON.stringify(name)} has a type that Parquet does not have`,
      got: `Arrow's type ${type.typeId}`,
    });
  }
  return new DataFrame(readFrame(describedTable(table, rows), rows), {
    engines: ownEngine,
    writer: toParquet,
  });
}

function parseIPC(bytes: Uint8Array): ArrowTable {
  try {
    if (!(bytes instanceof Uint8Array)) throw new Error(describeValue(bytes));
    if (!isIPC(bytes)) throw new Error("they do not begin as one");
    const { schema, children } = tableFromIPC(bytes, exact) as unknown as ArrowTable;
    return {
      schema,
      children: children.map(({ type, data }) => ({ type, data: data.map(toVector) })),
    };
  } catch (cause) {
    throw new ScrapbookError("usage-argument", {
      what: "The bytes are no Arrow IPC stream or file",
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

/** A file begins with its name, a stream with the marker of its first message. */
function isIPC(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (
    (a === 0x41 && b === 0x52 && c === 0x52) || (a === 255 && b === 255 && c === 255 && d === 255)
  );
}

/**
 * flechette's batches have the fields of our vectors, but leave out those that are empty, and have
 * the padding that writers add.
 */
function toVector(batch: Vector): Vector {
  const { type, length, nullCount, validity, values, offsets, children, data, dictionary } = batch;
  return {
    type,
    length,
    nullCount,
    validity: validity ?? new Uint8Array(0),
    ...(values && { values: offsets ? values : withoutPadding(type, values, length) }),
    ...(offsets && { offsets: offsets.subarray(0, length + 1) }),
    ...(data && { data }),
    ...(children && { children: children.map(toVector) }),
    ...(dictionary && {
      dictionary: { type: dictionary.type, data: dictionary.data.map(toVector) },
    }),
  };
}

const withoutPadding = (type: ArrowType, values: TypedArray, length: number): TypedArray =>
  type.typeId === typeId.bool
    ? values.subarray(0, (length + 7) >> 3)
    : values.subarray(0, length * elementsPerValue(type));
