import { describe, expect, test } from "vitest";
import {
  type ArrowType,
  boolType,
  bytesType,
  decimalType,
  dictionaryType,
  field,
  floatType,
  intType,
  typeId,
} from "../arrow/type.ts";
import { unpackDictionaries } from "../arrow/unpack.ts";
import type { ArrowTable, Vector } from "../arrow/vector.ts";
import { ownEngine } from "../engine/engine-source.ts";
import { StoredSeries } from "../frame/series.ts";
import { decoded } from "../testing/payload.ts";
import { writeWide } from "../value/decimal.ts";
import { writeParquet } from "./parquet.ts";

const present = { nullCount: 0, validity: new Uint8Array(0) };

const tableOf = (vector: Vector): ArrowTable => ({
  schema: { fields: [field("x", vector.type)], metadata: null },
  children: [{ type: vector.type, data: [vector] }],
});

/** What a reader of the table's file gets. */
const written = (vector: Vector) =>
  decoded(writeParquet(tableOf(vector), vector.length, () => ownEngine.engine)).column("x");

/** Views of byte strings: short ones in place, long ones in a body of their own. */
function viewVector(type: ArrowType, values: readonly (string | null)[]): Vector {
  const views = new Uint8Array(16 * values.length);
  const view = new DataView(views.buffer);
  const bodies: Uint8Array[] = [];
  for (const [i, value] of values.entries()) {
    const bytes = Buffer.from(value ?? "");
    view.setInt32(16 * i, bytes.length, true);
    if (bytes.length <= 12) views.set(bytes, 16 * i + 4);
    else {
      view.setInt32(16 * i + 8, bodies.length, true);
      bodies.push(bytes);
    }
  }
  const validity = Uint8Array.of(
    values.reduce((bits, value, i) => bits | (value === null ? 0 : 1 << i), 0),
  );
  const nullCount = values.filter((value) => value === null).length;
  return { type, length: values.length, nullCount, validity, values: views, data: bodies };
}

describe("types that Parquet has not become others", () => {
  test("views of text and bytes become text and bytes", () => {
    const texts = ["short", null, "longer than twelve bytes", ""];
    expect(written(viewVector({ typeId: typeId.utf8View }, texts)).toArray()).toEqual(texts);
    const bytes = written(viewVector({ typeId: typeId.binaryView }, texts)).toArray();
    expect(bytes.map((value) => value && Buffer.from(value as Uint8Array).toString())).toEqual(
      texts,
    );
  });

  test.each([32, 64] as const)("decimals of %i bits become those of 128", (bits) => {
    const type = decimalType(5, 2, bits);
    const values = new type.values(2);
    if (values instanceof BigUint64Array) {
      writeWide(values, 0, 1, -125n);
      writeWide(values, 1, 1, 1n);
    } else values.set([-125, 1] as never);
    const vector = { type, length: 2, ...present, values };
    expect(new StoredSeries("x", "object", { type, data: [vector] }).toArray()).toEqual([
      "-1.25",
      "0.01",
    ]);
    expect(written(vector).toArray()).toEqual(["-1.25", "0.01"]);
  });

  test("decimals of 256 bits stay", () => {
    const type = decimalType(50, 0, 256);
    const values = new BigUint64Array(4);
    writeWide(values, 0, 4, -(10n ** 49n));
    expect(written({ type, length: 1, ...present, values }).at(0)).toBe(String(-(10n ** 49n)));
  });

  test("byte strings of one length stay", () => {
    const type = { typeId: typeId.fixedSizeBinary, stride: 2 } as const;
    const vector = { type, length: 2, ...present, values: Uint8Array.of(1, 2, 3, 4) };
    expect(written(vector).toArray()).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3, 4)]);
  });

  test("structs without a field are refused", () => {
    const type = { typeId: typeId.struct, children: [] } as const;
    expect(() => written({ type, length: 1, ...present, children: [] })).toThrow(
      expect.objectContaining({ code: "encoder-unsupported" }),
    );
  });
});

describe("dictionaries of what is no text", () => {
  const unpacked = (words: Vector) => {
    const type = dictionaryType(words.type, intType(8, true), false);
    const dictionary = { type: type.dictionary, data: [words] };
    const validity = Uint8Array.of(0b101);
    const vector = {
      type,
      length: 3,
      nullCount: 1,
      validity,
      values: Int8Array.of(1, 0, 0),
      dictionary,
    };
    const table = unpackDictionaries(tableOf(vector));
    const [column] = table.children;
    expect(table.schema.fields[0]?.type).toEqual(words.type);
    return new StoredSeries("x", "", column as never).toArray();
  };

  test.each<[string, Vector, unknown]>([
    [
      "numbers",
      { type: floatType(2), length: 2, ...present, values: Float64Array.of(0.5, 1.5) },
      [1.5, null, 0.5],
    ],
    [
      "booleans",
      { type: boolType, length: 2, ...present, values: Uint8Array.of(0b10) },
      [true, null, false],
    ],
    [
      "decimals",
      {
        type: decimalType(3, 1),
        length: 2,
        ...present,
        values: BigUint64Array.of(15n, 0n, 25n, 0n),
      },
      ["2.5", null, "1.5"],
    ],
  ])("of %s are their values", (_, words, expected) => {
    expect(unpacked(words)).toEqual(expected);
  });

  test("of text are kept", () => {
    const words = bytesType(typeId.utf8);
    const type = dictionaryType(words, intType(8, true), false);
    const table = tableOf({ type, length: 0, ...present, values: new Int8Array(0) });
    expect(unpackDictionaries(table).children[0]).toBe(table.children[0]);
  });
});
