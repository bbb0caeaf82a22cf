import { sliceVector } from "../arrow/slice.ts";
import { type ArrowType, typeId } from "../arrow/type.ts";
import type { ArrowColumn, ArrowTable, Vector } from "../arrow/vector.ts";
import { parquetPieces } from "../parquet/file.ts";
import { integer, list, readFooter } from "../parquet/footer.ts";
import { type ThriftStruct, thriftType, withField } from "../parquet/thrift.ts";
import { categoryChunk } from "./category-chunk.ts";
import { joined } from "./ipc.ts";

/**
 * The engine writes a column's dictionary anew, in the order in which the rows have its words and
 * without the unused ones, which to pandas is another set of categories. So it is given columns
 * without values in their place, and the categories are put into its file afterwards.
 */
export function withoutCategories({ schema, children }: ArrowTable): ArrowTable {
  return {
    schema,
    children: children.map((column) => (isCategory(column) ? emptied(column) : column)),
  };
}

const isCategory = ({ type }: ArrowColumn): boolean => type.typeId === typeId.dictionary;

const emptied = ({ type, data }: ArrowColumn): ArrowColumn => {
  const dictionary = data.find((vector) => vector.dictionary !== undefined)?.dictionary;
  const none = dictionary && {
    type: dictionary.type,
    data: dictionary.data.slice(0, 1).map((words) => sliceVector(words, 0, 0)),
  };
  return {
    type,
    data: data.map((vector): Vector => {
      const { length, values } = vector;
      return {
        ...vector,
        nullCount: length,
        validity: new Uint8Array((length + 7) >> 3),
        ...(values && { values: values.slice(0).fill(0 as never) }),
        ...(none && { dictionary: none }),
      };
    }),
  };
};

/** Puts the categories of `table` into the file that the engine made of {@link withoutCategories}. */
export function withCategories(
  parquet: Uint8Array<ArrayBuffer>,
  { schema, children }: ArrowTable,
): Uint8Array<ArrayBuffer> {
  if (!children.some(isCategory)) return parquet;
  const footer = readFooter(parquet);
  const leaves = list(footer.struct, 2).filter((element) => !element.has(5));
  const pieces: Uint8Array[] = [parquet.subarray(0, footer.start)];
  let end = footer.start;
  let row = 0;
  const groups = list(footer.struct, 4).map((group, g) => {
    const rows = footer.rowGroups[g]?.rows ?? 0;
    const chunks = [...list(group, 1)];
    let leaf = 0;
    for (const [i, column] of children.entries()) {
      if (isCategory(column)) {
        const name = schema.fields[i]?.name ?? "";
        const nullable = leaves[leaf]?.get(3)?.value === 1;
        const chunk = categoryChunk(rowsOf(column, row, rows), name, nullable, end);
        for (const piece of chunk.pieces) pieces.push(piece);
        end += chunk.size;
        chunks[leaf] = chunk.struct;
      }
      leaf += countLeaves(column.type);
    }
    row += rows;
    return resized(group, chunks);
  });
  const { list: listType, struct } = thriftType;
  const changed = withField(footer.struct, 4, listType, { of: struct, items: groups });
  return joined(parquetPieces(pieces, changed));
}

/** A row group with other chunks, and the sizes that follow from them. */
function resized(group: ThriftStruct, chunks: readonly ThriftStruct[]): ThriftStruct {
  const { i64, list: listType, struct } = thriftType;
  const sum = (id: number) =>
    BigInt(
      chunks.reduce((total, chunk) => total + integer(chunk.get(3)?.value as ThriftStruct, id), 0),
    );
  const changed = withField(group, 1, listType, { of: struct, items: chunks });
  return withField(withField(changed, 2, i64, sum(6)), 6, i64, sum(7));
}

/** Rows of a column whose batches need not be the row groups. */
function rowsOf({ data }: ArrowColumn, start: number, length: number): Vector {
  let first = 0;
  for (const vector of data) {
    if (start >= first && start + length <= first + vector.length) {
      return sliceVector(vector, start - first, length);
    }
    first += vector.length;
  }
  return gathered(data, start, length);
}

/** Rows that lie in several batches, which share one dictionary. */
function gathered(data: readonly Vector[], start: number, length: number): Vector {
  const [some] = data as readonly [Vector];
  const parts: Vector[] = [];
  let first = 0;
  for (const vector of data) {
    const from = Math.max(start - first, 0);
    const to = Math.min(start + length - first, vector.length);
    if (to > from) parts.push(sliceVector(vector, from, to - from));
    first += vector.length;
  }
  const codes = new Int32Array(length);
  const validity = new Uint8Array((length + 7) >> 3);
  let at = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++, at++) {
      const isPresent =
        part.nullCount === 0 || (((part.validity[i >> 3] as number) >> (i & 7)) & 1) === 1;
      if (!isPresent) continue;
      codes[at] = Number(part.values?.[i]);
      validity[at >> 3] = (validity[at >> 3] as number) | (1 << (at & 7));
    }
  }
  const nullCount = parts.reduce((sum, part) => sum + part.nullCount, 0);
  return { ...some, length, nullCount, validity, values: codes };
}

/** How many columns Parquet makes of one: a leaf of the type each. */
function countLeaves(type: ArrowType): number {
  const children = "children" in type ? (type.children ?? []) : [];
  return children.length === 0
    ? 1
    : children.reduce((sum, child) => sum + countLeaves(child.type), 0);
}
