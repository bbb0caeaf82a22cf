import type { ScrapbookError } from "@scrapbook/core";
import type { ArrowField, ArrowType, TypedArray } from "./type.ts";

/**
 * The values of a column, or of a child of one, in Arrow's layout: what flechette calls a batch.
 * Which buffers there are depends on the type.
 */
export interface Vector {
  readonly type: ArrowType;
  readonly length: number;
  readonly nullCount: number;
  /** A bit a value, 1 where there is one; empty where there are no nulls. */
  readonly validity: Uint8Array;
  readonly values?: TypedArray;
  readonly offsets?: TypedArray;
  readonly children?: readonly Vector[];
  /** The bodies of string and binary views. */
  readonly data?: readonly Uint8Array[];
  readonly dictionary?: ArrowColumn;
}

/** A column: one vector a record batch. */
export interface ArrowColumn {
  readonly type: ArrowType;
  readonly data: readonly Vector[];
  /** Why there are only nulls in the place of its values: it could not be read. */
  readonly error?: ScrapbookError;
}

/** What an Arrow schema says: fields, and metadata of its own. */
export interface ArrowSchema {
  readonly fields: readonly ArrowField[];
  readonly metadata: ReadonlyMap<string, string> | null;
}

/** Columns of equal length under a schema. */
export interface ArrowTable {
  readonly schema: ArrowSchema;
  readonly children: readonly ArrowColumn[];
}

/** The table itself, where all of its columns could be read. @throws the error of one that could not. */
export function readable(table: ArrowTable): ArrowTable {
  for (const { error } of table.children) if (error !== undefined) throw error;
  return table;
}

const noBits = new Uint8Array(0);

/** A vector of `length` nulls, of the null type. */
export const nullVector = (type: ArrowType, length: number): Vector => ({
  type,
  length,
  nullCount: length,
  validity: noBits,
});
