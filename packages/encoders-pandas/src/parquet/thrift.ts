/** Field types of Thrift's compact protocol. */
export const thriftType = {
  true: 1,
  false: 2,
  i8: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** A list, with the type of its elements. */
export interface ThriftList {
  readonly of: number;
  readonly items: readonly ThriftValue[];
}

/** A field: its type on the wire and its value. */
export interface ThriftField {
  readonly type: number;
  readonly value: ThriftValue;
}

/** A struct as its fields by id, unknown ones too, so that it can be written again as it was. */
export type ThriftStruct = ReadonlyMap<number, ThriftField>;

/** Integers of at most 32 bits are numbers, longer ones bigints. */
export type ThriftValue = boolean | number | bigint | Uint8Array | ThriftList | ThriftStruct;

/** A struct of the given fields, in the order of their ids; those without a value are left out. */
export function struct(
  fields: readonly (readonly [id: number, type: number, value: ThriftValue | undefined])[],
): ThriftStruct {
  return new Map(
    fields.flatMap(([id, type, value]) =>
      value === undefined ? [] : [[id, { type, value }] as const],
    ),
  );
}

/** The same struct with one field replaced, or added at its place. */
export function withField(
  source: ThriftStruct,
  id: number,
  type: number,
  value: ThriftValue,
): ThriftStruct {
  const entries = [...source].filter(([key]) => key !== id);
  entries.push([id, { type, value }]);
  return new Map(entries.sort(([a], [b]) => a - b));
}
