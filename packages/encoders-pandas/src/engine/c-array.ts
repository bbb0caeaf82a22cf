import { countZeros, sliceBits } from "../arrow/bitmap.ts";
import { type ArrayConstructor, type ArrowType, type TypedArray, typeId } from "../arrow/type.ts";
import type { Vector } from "../arrow/vector.ts";

/**
 * Reads the `ArrowArray` at `address` of a 32-bit memory, copying its buffers: the memory is the
 * engine's, and what it holds is gone after the next call.
 * https://arrow.apache.org/docs/format/CDataInterface.html
 */
export function readArray(memory: DataView, address: number, type: ArrowType): Vector {
  const array = new CArray(memory, address);
  const { length } = array;
  switch (type.typeId) {
    case typeId.null:
      return { type, length, nullCount: length, validity: array.noBits };
    case typeId.bool:
      return { ...array.base(type), values: array.bits(1) };
    case typeId.utf8:
    case typeId.binary:
    case typeId.largeUtf8:
    case typeId.largeBinary: {
      const offsets = array.values(1, type.offsets, 1, 1);
      return { ...array.base(type), offsets, values: array.bytes(2, Number(offsets[length] ?? 0)) };
    }
    case typeId.utf8View:
    case typeId.binaryView:
      return { ...array.base(type), values: array.values(1, Uint8Array, 16), data: array.bodies() };
    case typeId.list:
    case typeId.largeList:
    case typeId.map: {
      const offsets = array.values(1, type.offsets, 1, 1);
      return { ...array.base(type), offsets, children: array.children(type.children) };
    }
    case typeId.struct:
    case typeId.fixedSizeList:
      return { ...array.base(type), children: array.children(type.children ?? []) };
    case typeId.fixedSizeBinary:
      return { ...array.base(type), values: array.values(1, Uint8Array, type.stride) };
    case typeId.dictionary: {
      const values = array.values(1, type.indices.values);
      const words = readArray(memory, array.dictionary, type.dictionary);
      return {
        ...array.base(type),
        values,
        dictionary: { type: type.dictionary, data: [words] },
      };
    }
    case typeId.decimal:
      return {
        ...array.base(type),
        values: array.values(1, type.values, type.bitWidth / (type.bitWidth === 32 ? 32 : 64)),
      };
    default:
      return { ...array.base(type), values: array.values(1, type.values) };
  }
}

/** One `ArrowArray`, before its type is known. */
class CArray {
  readonly #memory: DataView;
  readonly #address: number;
  readonly length: number;
  readonly #offset: number;
  readonly noBits: Uint8Array = new Uint8Array(0);

  constructor(memory: DataView, address: number) {
    this.#memory = memory;
    this.#address = address;
    this.length = this.#long(0);
    this.#offset = this.#long(16);
  }

  get dictionary(): number {
    return this.#pointer(48);
  }

  base(type: ArrowType): Pick<Vector, "type" | "length" | "nullCount" | "validity"> {
    const { length } = this;
    const declared = this.#long(8);
    if (declared === 0 || this.#buffer(0) === 0) {
      return { type, length, nullCount: 0, validity: this.noBits };
    }
    const validity = this.bits(0);
    // The interface allows −1 for a number that was never counted.
    const nullCount = declared < 0 ? countZeros(validity, length) : declared;
    return { type, length, nullCount, validity };
  }

  /** The bits of buffer `index`, from the array's offset on. */
  bits(index: number): Uint8Array {
    const bits = new Uint8Array(this.#memory.buffer, this.#buffer(index));
    return sliceBits(bits, this.#offset, this.length);
  }

  /** `stride` elements a value, and `more` values than the array is long. */
  values(index: number, Values: ArrayConstructor, stride = 1, more = 0): TypedArray {
    const width = Values.BYTES_PER_ELEMENT * stride;
    const address = this.#buffer(index);
    const size = (this.length + more) * width;
    // No offsets at all: allowed where there are no values.
    if (address === 0) return new Values(size / Values.BYTES_PER_ELEMENT);
    const start = address + this.#offset * width;
    return new Values(this.#memory.buffer.slice(start, start + size));
  }

  bytes(index: number, size: number): Uint8Array {
    const start = this.#buffer(index);
    return new Uint8Array(this.#memory.buffer.slice(start, start + size));
  }

  /** The bodies of views, whose lengths are the last buffer. */
  bodies(): readonly Uint8Array[] {
    const count = this.#long(24) - 3;
    const lengths = this.#buffer(count + 2);
    return Array.from({ length: Math.max(count, 0) }, (_, i) =>
      this.bytes(i + 2, Number(this.#memory.getBigInt64(lengths + 8 * i, true))),
    );
  }

  children(fields: readonly { readonly type: ArrowType }[]): readonly Vector[] {
    const pointers = this.#pointer(44);
    return fields.map(({ type }, i) =>
      readArray(this.#memory, this.#memory.getUint32(pointers + 4 * i, true), type),
    );
  }

  #buffer(index: number): number {
    return this.#memory.getUint32(this.#pointer(40) + 4 * index, true);
  }

  #pointer(at: number): number {
    return this.#memory.getUint32(this.#address + at, true);
  }

  #long(at: number): number {
    return Number(this.#memory.getBigInt64(this.#address + at, true));
  }
}
