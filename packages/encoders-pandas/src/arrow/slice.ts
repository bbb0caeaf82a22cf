import { countZeros, sliceBits } from "./bitmap.ts";
import { type ArrowType, type TypedArray, typeId } from "./type.ts";
import type { ArrowColumn, ArrowTable, Vector } from "./vector.ts";

/** The rows `start` to `end` of a table, sharing what can be shared. */
export function sliceTable(
  { schema, children }: ArrowTable,
  start: number,
  end: number,
): ArrowTable {
  return { schema, children: children.map((column) => sliceColumn(column, start, end)) };
}

function sliceColumn(column: ArrowColumn, start: number, end: number): ArrowColumn {
  const { data } = column;
  const parts: Vector[] = [];
  let first = 0;
  for (const vector of data) {
    const from = Math.max(start - first, 0);
    const to = Math.min(end - first, vector.length);
    if (to > from) parts.push(sliceVector(vector, from, to - from));
    first += vector.length;
  }
  const [some] = data;
  if (parts.length === 0 && some !== undefined) parts.push(sliceVector(some, 0, 0));
  return { ...column, data: parts };
}

/** `length` values from `start` on; offsets begin at 0 again. */
export function sliceVector(vector: Vector, start: number, length: number): Vector {
  if (start === 0 && length === vector.length) return vector;
  const { type } = vector;
  const base = { ...vector, length, ...slicedValidity(vector, start, length) };
  switch (type.typeId) {
    case typeId.null:
      return base;
    case typeId.bool:
      return { ...base, values: sliceBits(vector.values as Uint8Array, start, length) };
    case typeId.struct:
      return { ...base, children: slicedChildren(vector, start, length) };
    case typeId.fixedSizeList:
      return {
        ...base,
        children: slicedChildren(vector, start * type.stride, length * type.stride),
      };
    case typeId.utf8:
    case typeId.binary:
    case typeId.largeUtf8:
    case typeId.largeBinary: {
      const { offsets, from, to } = slicedOffsets(vector.offsets as TypedArray, start, length);
      return { ...base, offsets, values: (vector.values as Uint8Array).subarray(from, to) };
    }
    case typeId.list:
    case typeId.largeList:
    case typeId.map: {
      const { offsets, from, to } = slicedOffsets(vector.offsets as TypedArray, start, length);
      return { ...base, offsets, children: slicedChildren(vector, from, to - from) };
    }
    default: {
      const stride = elementsPerValue(type);
      const values = (vector.values as Uint8Array).subarray(
        start * stride,
        (start + length) * stride,
      );
      return { ...base, values };
    }
  }
}

function slicedValidity(
  { nullCount, validity }: Vector,
  start: number,
  length: number,
): Pick<Vector, "nullCount" | "validity"> {
  // The null type has nulls, but no bits for them.
  if (validity.length === 0) return { nullCount: nullCount === 0 ? 0 : length, validity };
  const bits = sliceBits(validity, start, length);
  return { nullCount: countZeros(bits, length), validity: bits };
}

const slicedChildren = ({ children = [] }: Vector, start: number, length: number): Vector[] =>
  children.map((child) => sliceVector(child, start, length));

function slicedOffsets(
  source: TypedArray,
  start: number,
  length: number,
): { offsets: TypedArray; from: number; to: number } {
  const window = source.slice(start, start + length + 1);
  const from = Number(window[0] ?? 0);
  const to = Number(window[length] ?? 0);
  const offsets =
    window instanceof BigInt64Array
      ? window.map((offset) => offset - BigInt(from))
      : (window as Int32Array).map((offset) => offset - from);
  return { offsets, from, to };
}

/** How many elements of its typed array a value takes. */
export function elementsPerValue(type: ArrowType): number {
  switch (type.typeId) {
    case typeId.decimal:
      return type.bitWidth === 32 ? 1 : type.bitWidth / 64;
    case typeId.fixedSizeBinary:
      return type.stride;
    case typeId.utf8View:
    case typeId.binaryView:
      return 16;
    default:
      return 1;
  }
}
