import { bitsOf, hasBit } from "../arrow/bitmap.ts";
import {
  type ArrowType,
  type DecimalType,
  type ListType,
  type StructType,
  type TypedArray,
  typeId,
} from "../arrow/type.ts";
import { nullVector, type Vector } from "../arrow/vector.ts";
import { utf8Encoder } from "../platform.ts";
import { writeWide } from "../value/decimal.ts";
import { float16Bits } from "../value/float16.ts";
import { type CellPlace, cellError } from "./cell-error.ts";
import {
  clockElement,
  dayElement,
  decimalElement,
  durationElement,
  type Element,
  expectation,
  floatElement,
  integerElement,
  timestampElement,
} from "./element.ts";
import { textVector } from "./text-vector.ts";

/**
 * A vector of values given one by one; null and undefined are missing.
 *
 * @throws `encoder-unsupported` for a value that the type cannot hold exactly.
 */
export function createVector(type: ArrowType, cells: ArrayLike<unknown>, place: CellPlace): Vector {
  if (type.typeId === typeId.null) return createNulls(type, cells, place);
  const { length } = cells;
  const isPresent = (row: number) => cells[row] !== null && cells[row] !== undefined;
  const bits = bitsOf(length, isPresent);
  let nullCount = 0;
  for (let row = 0; row < length; row++) if (!isPresent(row)) nullCount++;
  const base = { type, length, nullCount, validity: nullCount === 0 ? bits.subarray(0, 0) : bits };
  const builder = new VectorBuilder(base, cells, place);
  switch (type.typeId) {
    case typeId.bool:
      return builder.bools();
    case typeId.int:
      return builder.counts(new type.values(length), integerElement(type));
    case typeId.float: {
      const values = new type.values(length);
      const store = type.precision === 0 ? float16Bits : (value: number) => value;
      builder.each(floatElement, (row, value) => {
        values[row] = store(value);
      });
      return { ...base, values };
    }
    case typeId.decimal:
      return builder.decimals(type);
    case typeId.date:
      return builder.counts(new type.values(length), dayElement);
    case typeId.time:
      return builder.counts(new type.values(length), clockElement(type));
    case typeId.timestamp:
      return builder.counts(new type.values(length), timestampElement(type));
    case typeId.duration:
      return builder.counts(new type.values(length), durationElement(type));
    case typeId.utf8:
    case typeId.largeUtf8:
      return textVector(type, base, (row) => utf8Encoder.encode(builder.element(row, wellFormed)));
    case typeId.binary:
    case typeId.largeBinary:
      return textVector(type, base, (row) => builder.element(row, bytes));
    case typeId.list:
    case typeId.map:
      return builder.lists(type);
    case typeId.struct:
      return builder.structs(type);
    default:
      throw cellError(place, 0, cells[0], "another dtype");
  }
}

function createNulls(type: ArrowType, cells: ArrayLike<unknown>, place: CellPlace): Vector {
  const row = Array.prototype.findIndex.call(cells, (cell) => cell !== null && cell !== undefined);
  if (row !== -1) throw cellError(place, row, cells[row], expectation(type));
  return nullVector(type, cells.length);
}

const loneSurrogate = /\p{Surrogate}/u;

const wellFormed: Element<string> = (value) =>
  typeof value === "string" && !loneSurrogate.test(value) ? value : undefined;

const bytes: Element<Uint8Array> = (value) => (value instanceof Uint8Array ? value : undefined);

type Base = Pick<Vector, "type" | "length" | "nullCount" | "validity">;

class VectorBuilder {
  readonly #base: Base;
  readonly #cells: ArrayLike<unknown>;
  readonly #place: CellPlace;

  constructor(base: Base, cells: ArrayLike<unknown>, place: CellPlace) {
    this.#base = base;
    this.#cells = cells;
    this.#place = place;
  }

  element<T>(row: number, convert: Element<T>): T {
    const value = convert(this.#cells[row]);
    if (value !== undefined) return value;
    throw cellError(this.#place, row, this.#cells[row], expectation(this.#base.type));
  }

  /** Calls `store` for every row that has a value. */
  each<T>(convert: Element<T>, store: (row: number, value: T) => void): void {
    const { length, nullCount, validity } = this.#base;
    for (let row = 0; row < length; row++) {
      if (nullCount === 0 || hasBit(validity, row)) store(row, this.element(row, convert));
    }
  }

  bools(): Vector {
    const values = new Uint8Array((this.#base.length + 7) >> 3);
    const isBoolean: Element<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
    this.each(isBoolean, (row, value) => {
      if (value) values[row >> 3] = (values[row >> 3] as number) | (1 << (row & 7));
    });
    return { ...this.#base, values };
  }

  counts(values: TypedArray, convert: Element<bigint>): Vector {
    const isWide = values instanceof BigInt64Array || values instanceof BigUint64Array;
    this.each(convert, (row, value) => {
      values[row] = isWide ? value : Number(value);
    });
    return { ...this.#base, values };
  }

  decimals(type: DecimalType): Vector {
    const values = new BigUint64Array(2 * this.#base.length);
    this.each(decimalElement(type), (row, value) => writeWide(values, row, 2, value));
    return { ...this.#base, values };
  }

  lists(type: ListType): Vector {
    const offsets = new Int32Array(this.#base.length + 1);
    const items: unknown[] = [];
    const isMap = type.typeId === typeId.map;
    const { nullCount, validity, length } = this.#base;
    for (let row = 0; row < length; row++) {
      if (nullCount === 0 || hasBit(validity, row)) {
        for (const item of this.element(row, isMap ? entries : elements)) items.push(item);
      }
      offsets[row + 1] = items.length;
    }
    const [child] = type.children;
    const children = child ? [createVector(child.type, items, this.#place)] : [];
    return { ...this.#base, offsets, children };
  }

  structs({ children }: StructType): Vector {
    const rows = Array.from({ length: this.#base.length }, () => ({}) as Record<string, unknown>);
    this.each(fields, (row, value) => {
      rows[row] = value;
    });
    return {
      ...this.#base,
      children: children.map(({ name, type }) =>
        createVector(
          type,
          rows.map((row) => (Object.hasOwn(row, name) ? row[name] : null)),
          this.#place,
        ),
      ),
    };
  }
}

const elements: Element<Iterable<unknown>> = (value) =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && Symbol.iterator in value)
    ? (value as Iterable<unknown>)
    : undefined;

/** The entries of a map as structs of a key and a value. */
const entries: Element<Iterable<unknown>> = (value) => {
  if (!Array.isArray(value) && !(value instanceof Map)) return undefined;
  return Array.from(value as Iterable<readonly unknown[]>, (entry) => ({
    key: entry?.[0],
    value: entry?.[1],
  }));
};

const fields: Element<Record<string, unknown>> = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
