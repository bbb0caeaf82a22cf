import { hasBit } from "./bitmap.ts";
import { elementsPerValue } from "./slice.ts";
import { type ArrowField, type ArrowType, type TypedArray, typeId } from "./type.ts";
import type { ArrowColumn, ArrowTable, Vector } from "./vector.ts";

/**
 * The same table with dictionaries of anything but text and bytes replaced by their values: Parquet
 * keeps no categories of numbers or times, and pandas reads them as plain columns too.
 */
export function unpackDictionaries({ schema, children }: ArrowTable): ArrowTable {
  const fields = schema.fields.map((field) => (isPacked(field) ? unpackedField(field) : field));
  return {
    schema: { ...schema, fields },
    children: children.map((column, i) =>
      fields[i] === schema.fields[i]
        ? column
        : unpackedColumn(column, (fields[i] as ArrowField).type),
    ),
  };
}

const kept: ReadonlySet<number> = new Set([
  typeId.utf8,
  typeId.largeUtf8,
  typeId.utf8View,
  typeId.binary,
  typeId.largeBinary,
  typeId.binaryView,
]);

const isPacked = ({ type }: ArrowField): boolean =>
  type.typeId === typeId.dictionary &&
  !kept.has(type.dictionary.typeId) &&
  (isFixedWidth(type.dictionary) || type.dictionary.typeId === typeId.null);

/** Types that have one typed array and nothing else. */
const isFixedWidth = (type: ArrowType): boolean => "values" in type || type.typeId === typeId.bool;

const unpackedField = (field: ArrowField): ArrowField =>
  field.type.typeId === typeId.dictionary ? { ...field, type: field.type.dictionary } : field;

const unpackedColumn = ({ data }: ArrowColumn, type: ArrowType): ArrowColumn => ({
  type,
  data: data.map((vector) => unpackedVector(vector, type)),
});

function unpackedVector(vector: Vector, type: ArrowType): Vector {
  const { length, nullCount, validity, values: keys, dictionary } = vector;
  const [words] = dictionary?.data ?? [];
  const base = { type, length, nullCount, validity };
  if (words?.values === undefined || keys === undefined) {
    return { ...base, nullCount: length };
  }
  if (type.typeId === typeId.bool) {
    const source = words.values as Uint8Array;
    const bits = new Uint8Array((length + 7) >> 3);
    for (let i = 0; i < length; i++) {
      if (hasBit(source, Number(keys[i]))) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
    }
    return { ...base, values: bits };
  }
  return { ...base, values: taken(words.values, keys, length, elementsPerValue(type)) };
}

function taken(source: TypedArray, keys: TypedArray, length: number, stride: number): TypedArray {
  const values = source.slice(0, 0).constructor as new (length: number) => TypedArray;
  const result = new values(length * stride);
  for (let i = 0; i < length; i++) {
    const from = Number(keys[i]) * stride;
    for (let j = 0; j < stride; j++) {
      const value = source[from + j];
      if (value !== undefined) result[i * stride + j] = value as never;
    }
  }
  return result;
}
