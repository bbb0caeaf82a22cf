import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { struct, type ThriftStruct, type ThriftValue, thriftType, withField } from "./thrift.ts";
import { ThriftReader } from "./thrift-reader.ts";
import { thriftBytes } from "./thrift-writer.ts";

const { i8, i16, i32, i64, double, binary, list, struct: structType } = thriftType;

const scalar: fc.Arbitrary<readonly [number, ThriftValue]> = fc.oneof(
  fc.boolean().map((value) => [value ? 1 : 2, value] as const),
  fc.integer({ min: -128, max: 127 }).map((value) => [i8, value] as const),
  fc.integer({ min: -32_768, max: 32_767 }).map((value) => [i16, value] as const),
  fc.integer().map((value) => [i32, value] as const),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => [i64, value] as const),
  fc.double({ noNaN: true }).map((value) => [double, value] as const),
  fc.uint8Array({ maxLength: 40 }).map((value) => [binary, value] as const),
);

const structs = fc.letrec<{ struct: ThriftStruct }>((tie) => ({
  struct: fc
    .dictionary(
      fc.integer({ min: 1, max: 400 }).map(String),
      fc.oneof(
        { maxDepth: 3 },
        scalar,
        tie("struct").map((value) => [structType, value] as const),
        fc
          .array(fc.integer(), { maxLength: 20 })
          .map((items) => [list, { of: i32, items }] as const),
      ),
      { maxKeys: 8 },
    )
    .map((fields) =>
      struct(Object.entries(fields).map(([id, [type, value]]) => [Number(id), type, value])),
    ),
})).struct;

describe("Thrift's compact protocol", () => {
  test("what is written is read again", () => {
    fc.assert(
      fc.property(structs, (value) => {
        expect(new ThriftReader(thriftBytes(value)).struct()).toEqual(value);
      }),
    );
  });

  test("a list of more than 14 elements has its length apart", () => {
    const items = Array.from({ length: 300 }, (_, i) => i);
    const value = struct([[1, list, { of: i32, items }]]);
    expect(new ThriftReader(thriftBytes(value)).struct()).toEqual(value);
  });

  test("every cut of a struct is refused", () => {
    const bytes = thriftBytes(
      struct([
        [1, binary, new Uint8Array(300)],
        [2, i64, 2n ** 40n],
        [20, double, 1.5],
      ]),
    );
    for (let end = 0; end < bytes.length; end++) {
      expect(() => new ThriftReader(bytes.slice(0, end)).struct()).toThrow(/cut off/);
    }
  });

  test("a length beyond the bytes is refused before anything is made", () => {
    // A list of 2^31 − 1 structs in eight bytes.
    const bytes = Uint8Array.of(0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07, 0);
    expect(() => new ThriftReader(bytes).struct()).toThrow(/cut off/);
  });

  test("structs that nest without end are refused", () => {
    expect(() => new ThriftReader(new Uint8Array(10_000).fill(0x1c)).struct()).toThrow(/too deep/);
    expect(() => new ThriftReader(new Uint8Array(10_000).fill(0x19)).struct()).toThrow(/too deep/);
  });

  test("integers longer than theirs are refused", () => {
    const long = Uint8Array.of(0x15, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0);
    expect(() => new ThriftReader(long).struct()).toThrow(/five bytes/);
    const longer = Uint8Array.of(0x16, ...new Uint8Array(11).fill(0xff), 0);
    expect(() => new ThriftReader(longer).struct()).toThrow(/ten bytes/);
  });

  test("a type that Thrift has not is refused", () => {
    expect(() => new ThriftReader(Uint8Array.of(0x1d, 0)).struct()).toThrow(/type 13/);
  });

  test("a field is replaced at its place", () => {
    const value = withField(
      struct([
        [1, i32, 1],
        [3, i32, 3],
      ]),
      2,
      i32,
      2,
    );
    expect([...withField(value, 3, i32, 4)].map(([id, field]) => [id, field.value])).toEqual([
      [1, 1],
      [2, 2],
      [3, 4],
    ]);
  });
});
