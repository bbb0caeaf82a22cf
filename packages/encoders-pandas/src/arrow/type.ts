/** Arrow's type ids, as its IPC format numbers them; a dictionary is −1, as flechette has it. */
export const typeId = {
  dictionary: -1,
  null: 1,
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  union: 14,
  fixedSizeBinary: 15,
  fixedSizeList: 16,
  map: 17,
  duration: 18,
  largeBinary: 19,
  largeUtf8: 20,
  largeList: 21,
  runEndEncoded: 22,
  binaryView: 23,
  utf8View: 24,
  listView: 25,
  largeListView: 26,
} as const;

type Id<K extends keyof typeof typeId> = (typeof typeId)[K];

/** 0 seconds, 1 milliseconds, 2 microseconds, 3 nanoseconds. */
export type TimeUnit = 0 | 1 | 2 | 3;

/** What makes a typed array over bytes. */
export interface ArrayConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, offset?: number, length?: number): TypedArray;
}

export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

export interface IntType {
  readonly typeId: Id<"int">;
  readonly bitWidth: 8 | 16 | 32 | 64;
  readonly signed: boolean;
  readonly values: ArrayConstructor;
}

export interface FloatType {
  readonly typeId: Id<"float">;
  /** 0 half, 1 single, 2 double. */
  readonly precision: 0 | 1 | 2;
  readonly values: ArrayConstructor;
}

export interface DecimalType {
  readonly typeId: Id<"decimal">;
  readonly precision: number;
  readonly scale: number;
  readonly bitWidth: 32 | 64 | 128 | 256;
  readonly values: ArrayConstructor;
}

export interface TimestampType {
  readonly typeId: Id<"timestamp">;
  readonly unit: TimeUnit;
  readonly timezone: string | null;
  readonly values: ArrayConstructor;
}

/** Types whose values count a unit: dates (0 days, 1 milliseconds), times and durations. */
export interface UnitType {
  readonly typeId: Id<"date"> | Id<"time"> | Id<"duration">;
  readonly unit: TimeUnit;
  readonly bitWidth?: 32 | 64;
  readonly values: ArrayConstructor;
}

export interface BytesType {
  readonly typeId: Id<"binary"> | Id<"utf8"> | Id<"largeBinary"> | Id<"largeUtf8">;
  readonly offsets: ArrayConstructor;
}

export interface ListType {
  readonly typeId: Id<"list"> | Id<"largeList"> | Id<"map">;
  readonly children: readonly ArrowField[];
  readonly offsets: ArrayConstructor;
  readonly keysSorted?: boolean;
}

export interface FixedType {
  readonly typeId: Id<"fixedSizeBinary"> | Id<"fixedSizeList">;
  readonly stride: number;
  readonly children?: readonly ArrowField[];
}

export interface StructType {
  readonly typeId: Id<"struct">;
  readonly children: readonly ArrowField[];
}

export interface ViewType {
  readonly typeId: Id<"utf8View"> | Id<"binaryView">;
}

export interface DictionaryType {
  readonly typeId: Id<"dictionary">;
  readonly id: number;
  readonly dictionary: ArrowType;
  readonly indices: IntType;
  readonly ordered: boolean;
}

export interface PlainType {
  readonly typeId: Id<"null"> | Id<"bool">;
}

/** The types that a frame's columns may have. They have flechette's shape, so that it writes them as they are. */
export type ArrowType =
  | PlainType
  | IntType
  | FloatType
  | DecimalType
  | TimestampType
  | UnitType
  | BytesType
  | ListType
  | FixedType
  | StructType
  | ViewType
  | DictionaryType;

/** A named column of a schema, or a child of a nested type. */
export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
  readonly nullable: boolean;
  readonly metadata: ReadonlyMap<string, string> | null;
}

const signedArrays = { 8: Int8Array, 16: Int16Array, 32: Int32Array, 64: BigInt64Array };
const unsignedArrays = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array, 64: BigUint64Array };

export const nullType: PlainType = { typeId: typeId.null };
export const boolType: PlainType = { typeId: typeId.bool };

export const intType = (bitWidth: 8 | 16 | 32 | 64, signed: boolean): IntType => ({
  typeId: typeId.int,
  bitWidth,
  signed,
  values: (signed ? signedArrays : unsignedArrays)[bitWidth],
});

/** Half floats are kept as the integers of their bits. */
export const floatType = (precision: 0 | 1 | 2): FloatType => ({
  typeId: typeId.float,
  precision,
  values: ([Uint16Array, Float32Array, Float64Array] as const)[precision],
});

export const decimalType = (
  precision: number,
  scale: number,
  bitWidth: 32 | 64 | 128 | 256 = 128,
): DecimalType => ({
  typeId: typeId.decimal,
  precision,
  scale,
  bitWidth,
  values: bitWidth === 32 ? Int32Array : BigUint64Array,
});

export const timestampType = (unit: TimeUnit, timezone: string | null): TimestampType => ({
  typeId: typeId.timestamp,
  unit,
  timezone,
  values: BigInt64Array,
});

export const durationType = (unit: TimeUnit): UnitType => ({
  typeId: typeId.duration,
  unit,
  values: BigInt64Array,
});

export const timeType = (unit: TimeUnit): UnitType => ({
  typeId: typeId.time,
  unit,
  bitWidth: unit < 2 ? 32 : 64,
  values: unit < 2 ? Int32Array : BigInt64Array,
});

export const dateType = (unit: 0 | 1): UnitType => ({
  typeId: typeId.date,
  unit,
  values: unit === 0 ? Int32Array : BigInt64Array,
});

export const bytesType = (id: BytesType["typeId"]): BytesType => ({
  typeId: id,
  offsets: id < typeId.largeBinary ? Int32Array : BigInt64Array,
});

export const listType = (
  id: ListType["typeId"],
  child: ArrowField,
  keysSorted = false,
): ListType => ({
  typeId: id,
  children: [child],
  offsets: id === typeId.largeList ? BigInt64Array : Int32Array,
  ...(id === typeId.map ? { keysSorted } : {}),
});

/** The values' type is copied: flechette tells dictionaries apart by the identity of that object. */
export const dictionaryType = (
  dictionary: ArrowType,
  indices: IntType,
  ordered: boolean,
): DictionaryType => ({
  typeId: typeId.dictionary,
  id: -1,
  dictionary: { ...dictionary },
  indices,
  ordered,
});

export const field = (
  name: string,
  type: ArrowType,
  nullable = true,
  metadata: ReadonlyMap<string, string> | null = null,
): ArrowField => ({ name, type, nullable, metadata });
