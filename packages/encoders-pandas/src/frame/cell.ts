import { hasBit } from "../arrow/bitmap.ts";
import { bytesReader } from "../arrow/bytes.ts";
import { type TypedArray, typeId } from "../arrow/type.ts";
import type { Vector } from "../arrow/vector.ts";
import { utf8Decoder } from "../platform.ts";
import { decimalText, readWide } from "../value/decimal.ts";
import { float16 } from "../value/float16.ts";
import type { Cell, CellReader } from "./cell-value.ts";
import { type CellOptions, integerReader } from "./integer-cell.ts";
import { record } from "./record.ts";
import { timeReader } from "./time-cell.ts";

export type { Cell, CellReader } from "./cell-value.ts";

/** What a reader must know beside the options of its caller. */
export interface ReaderOptions extends CellOptions {
  /** Writes the ordinals of a column of periods. */
  readonly period?: ((ordinal: bigint) => string) | undefined;
  /** Whether all values will be read: then text is decoded at once. Default false. */
  readonly all?: boolean | undefined;
}

/** Reads the values of a vector. */
export function cellReader(vector: Vector, options: ReaderOptions): CellReader {
  const read = valueReader(vector, options);
  const { nullCount, validity } = vector;
  if (nullCount === 0 || validity.length === 0) return read;
  return (index) => (hasBit(validity, index) ? read(index) : null);
}

function valueReader(vector: Vector, options: ReaderOptions): CellReader {
  const { type } = vector;
  const { period } = options;
  const values = vector.values as TypedArray;
  switch (type.typeId) {
    case typeId.null:
      return () => null;
    case typeId.bool:
      return (index) => hasBit(values as Uint8Array, index);
    case typeId.int:
      if (period === undefined) return integerReader(vector, options);
      return options.times === "raw"
        ? (index) => BigInt(values[index] as bigint)
        : (index) => period(BigInt(values[index] as bigint));
    case typeId.float:
      return type.precision === 0
        ? (index) => float16(values[index] as number)
        : (index) => values[index] as number;
    case typeId.decimal:
      return decimalReader(vector, type.scale, type.bitWidth);
    case typeId.date:
    case typeId.time:
    case typeId.timestamp:
    case typeId.duration:
      return timeReader(vector, options);
    case typeId.utf8:
    case typeId.largeUtf8:
    case typeId.utf8View:
      return textReader(vector, options.all === true);
    case typeId.binary:
    case typeId.largeBinary:
    case typeId.binaryView:
    case typeId.fixedSizeBinary:
      return bytesReader(vector);
    case typeId.dictionary: {
      const words = (vector.dictionary?.data ?? []).flatMap((part) =>
        cells(cellReader(part, options), 0, part.length),
      );
      return (index) => words[Number(values[index])] ?? null;
    }
    default:
      return nestedReader(vector, options);
  }
}

function textReader(vector: Vector, all: boolean): CellReader {
  const { offsets, values } = vector;
  if (all && offsets !== undefined) {
    const text = utf8Decoder.decode(values as Uint8Array);
    // Where every byte is a character, all is decoded by now.
    if (text.length === values?.length) {
      return (index) => text.slice(Number(offsets[index]), Number(offsets[index + 1]));
    }
  }
  const bytes = bytesReader(vector);
  return (index) => utf8Decoder.decode(bytes(index));
}

function decimalReader({ values }: Vector, scale: number, bitWidth: number): CellReader {
  if (values instanceof BigUint64Array) {
    return (index) => decimalText(readWide(values, index, bitWidth / 64), scale);
  }
  return (index) => decimalText(BigInt(values?.[index] as number), scale);
}

function nestedReader(vector: Vector, options: ReaderOptions): CellReader {
  const { type, offsets } = vector;
  const children = vector.children ?? [];
  if (type.typeId === typeId.map) return mapReader(vector, options);
  const readers = children.map((child) => cellReader(child, options));
  if (type.typeId === typeId.struct) {
    const names = type.children.map(({ name }) => name);
    return (index) => record(names, (i) => readers[i]?.(index) ?? null);
  }
  const item = readers[0] ?? (() => null);
  if (type.typeId === typeId.fixedSizeList) {
    const { stride } = type;
    return (index) => cells(item, index * stride, (index + 1) * stride);
  }
  return (index) => cells(item, Number(offsets?.[index]), Number(offsets?.[index + 1]));
}

/** A map is pairs of a key and a value, as pandas gives it. */
function mapReader({ offsets, children = [] }: Vector, options: CellOptions): CellReader {
  const [key, value] = (children[0]?.children ?? []).map((child) => cellReader(child, options));
  const pair: CellReader = (index) => [key?.(index) ?? null, value?.(index) ?? null];
  return (index) => cells(pair, Number(offsets?.[index]), Number(offsets?.[index + 1]));
}

const cells = (item: CellReader, start: number, end: number): Cell[] =>
  Array.from({ length: end - start }, (_, i) => item(start + i));
