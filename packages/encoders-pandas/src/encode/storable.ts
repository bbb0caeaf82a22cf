import { hasBit } from "../arrow/bitmap.ts";
import { bytesReader } from "../arrow/bytes.ts";
import {
  type ArrowField,
  type ArrowType,
  bytesType,
  dateType,
  decimalType,
  type TypedArray,
  timestampType,
  timeType,
  typeId,
} from "../arrow/type.ts";
import { type ArrowTable, readable, type Vector } from "../arrow/vector.ts";
import { unsupported } from "../failure.ts";
import { readWide, writeWide } from "../value/decimal.ts";
import { textVector } from "./text-vector.ts";

/**
 * The same table in types that Parquet has and pandas reads: seconds become milliseconds, as pandas
 * does it, views become plain texts, narrow decimals 128 bits wide, dates in milliseconds days.
 *
 * @throws `encoder-unsupported` for types that Parquet has not, `encoder-decode-failed` for a column
 * that could not be read.
 */
export function storable(table: ArrowTable): ArrowTable {
  const { schema, children } = readable(table);
  const fields = schema.fields.map((field) => storableField(field, field.name));
  return {
    schema: { ...schema, fields },
    children: children.map((column, i) => {
      const { type } = fields[i] as ArrowField;
      if (type === column.type) return column;
      return { type, data: column.data.map((vector) => storableVector(vector, type)) };
    }),
  };
}

function storableField(field: ArrowField, column: string): ArrowField {
  const type = storableType(field.type, column);
  return type === field.type ? field : { ...field, type };
}

function storableType(type: ArrowType, column: string): ArrowType {
  switch (type.typeId) {
    case typeId.timestamp:
      return type.unit === 0 ? timestampType(1, type.timezone) : type;
    case typeId.time:
      return type.unit === 0 ? timeType(1) : type;
    case typeId.date:
      return type.unit === 0 ? type : dateType(0);
    case typeId.decimal:
      return type.bitWidth < 128 ? decimalType(type.precision, type.scale) : type;
    case typeId.utf8View:
      return bytesType(typeId.largeUtf8);
    case typeId.binaryView:
      return bytesType(typeId.largeBinary);
    case typeId.struct:
      if (type.children.length === 0) throw refused(column, "structs without a field");
      return withFields(type, type.children, column);
    case typeId.list:
    case typeId.largeList:
    case typeId.map:
    case typeId.fixedSizeList:
      return withFields(type, type.children ?? [], column);
    default:
      if (!known.has(type.typeId))
        throw refused(column, `Arrow's type ${(type as ArrowType).typeId}`);
      return type;
  }
}

const known: ReadonlySet<number> = new Set([
  typeId.null,
  typeId.bool,
  typeId.int,
  typeId.float,
  typeId.utf8,
  typeId.largeUtf8,
  typeId.binary,
  typeId.largeBinary,
  typeId.fixedSizeBinary,
  typeId.duration,
  typeId.dictionary,
]);

function withFields(type: ArrowType, children: readonly ArrowField[], column: string): ArrowType {
  const fields = children.map((child) => storableField(child, column));
  return fields.every((field, i) => field === children[i])
    ? type
    : ({ ...type, children: fields } as ArrowType);
}

const refused = (column: string, got: string): Error =>
  unsupported({
    what: `The column ${JSON.stringify(column)} cannot be written: Parquet has no such type`,
    got,
    expected: "numbers, booleans, texts, bytes, times, decimals, and lists and structs of them",
  });

function storableVector(vector: Vector, type: ArrowType): Vector {
  if (type === vector.type) return vector;
  const { values } = vector;
  const base = { ...vector, type };
  switch (type.typeId) {
    case typeId.timestamp:
      return {
        ...base,
        values: (values as BigInt64Array).map((s, i) => (isNull(vector, i) ? 0n : thousandfold(s))),
      };
    case typeId.time:
      return { ...base, values: (values as Int32Array).map((seconds) => seconds * 1000) };
    case typeId.date:
      return {
        ...base,
        values: Int32Array.from(values as BigInt64Array, (ms) =>
          Math.floor(Number(ms) / 86_400_000),
        ),
      };
    case typeId.decimal:
      return { ...base, values: widened(values as TypedArray, vector.length) };
    case typeId.largeUtf8:
    case typeId.largeBinary: {
      const read = bytesReader(vector);
      return textVector(type, vector, (index) => read(index));
    }
    default: {
      const children = "children" in type ? (type.children ?? []) : [];
      return {
        ...base,
        children: (vector.children ?? []).map((child, i) =>
          storableVector(child, children[i]?.type ?? child.type),
        ),
      };
    }
  }
}

/** What lies under a null may be anything. */
const isNull = ({ nullCount, validity }: Vector, index: number): boolean =>
  nullCount > 0 && !hasBit(validity, index);

function thousandfold(seconds: bigint): bigint {
  const result = seconds * 1000n;
  if (BigInt.asIntN(64, result) === result) return result;
  throw unsupported({
    what: "A time is out of range: Parquet counts milliseconds in 64 bits",
    got: `${seconds} seconds from 1970`,
  });
}

function widened(values: TypedArray, length: number): BigUint64Array {
  const wide = new BigUint64Array(2 * length);
  for (let i = 0; i < length; i++) {
    const value =
      values instanceof BigUint64Array ? readWide(values, i, 1) : BigInt(values[i] as number);
    writeWide(wide, i, 2, value);
  }
  return wide;
}
