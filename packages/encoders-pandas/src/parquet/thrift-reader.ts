import { decodeFailed } from "../failure.ts";
import {
  type ThriftField,
  type ThriftList,
  type ThriftStruct,
  type ThriftValue,
  thriftType,
} from "./thrift.ts";

/** Parquet's own structs nest a handful of levels. */
const maxDepth = 32;

/**
 * Reads Thrift's compact protocol. What it makes is bounded by the bytes it reads: no length found
 * in them is believed before so many bytes are there.
 */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  /** Where the next byte is read. */
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.position = position;
  }

  /** @throws `encoder-decode-failed` at the end of the bytes, or on a type that Thrift has not. */
  struct(depth = 0): ThriftStruct {
    if (depth > maxDepth) throw damaged("nests too deep");
    const fields = new Map<number, ThriftField>();
    let id = 0;
    for (;;) {
      const head = this.#byte();
      if (head === 0) return fields;
      const type = head & 15;
      const delta = head >> 4;
      id = delta === 0 ? this.#zigzag() : id + delta;
      fields.set(id, { type, value: this.#value(type, depth) });
    }
  }

  #value(type: number, depth: number): ThriftValue {
    switch (type) {
      case thriftType.true:
        return true;
      case thriftType.false:
        return false;
      case thriftType.i8:
        return (this.#byte() << 24) >> 24;
      case thriftType.i16:
      case thriftType.i32:
        return this.#zigzag();
      case thriftType.i64:
        return this.#zigzag64();
      case thriftType.double:
        return this.#double();
      case thriftType.binary:
        return this.#binary();
      case thriftType.list:
      case thriftType.set:
        return this.#list(depth + 1);
      case thriftType.struct:
        return this.struct(depth + 1);
      default:
        throw damaged(`has a field of the unknown type ${type}`);
    }
  }

  #list(depth: number): ThriftList {
    if (depth > maxDepth) throw damaged("nests too deep");
    const head = this.#byte();
    const of = head & 15;
    const size = head >> 4 === 15 ? this.#varint() : head >> 4;
    // Every element takes at least one byte.
    if (size > this.#bytes.length - this.position) throw damaged("is cut off");
    const items: ThriftValue[] = [];
    for (let i = 0; i < size; i++) {
      items.push(of <= thriftType.false ? this.#byte() === 1 : this.#value(of, depth));
    }
    return { of, items };
  }

  #binary(): Uint8Array {
    const size = this.#varint();
    if (size > this.#bytes.length - this.position) throw damaged("is cut off");
    this.position += size;
    return this.#bytes.subarray(this.position - size, this.position);
  }

  #double(): number {
    const bytes = new Uint8Array(8);
    for (let i = 0; i < 8; i++) bytes[i] = this.#byte();
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  #zigzag(): number {
    const value = this.#varint();
    return (value >>> 1) ^ -(value & 1);
  }

  #zigzag64(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
    }
    throw damaged("has an integer of more than ten bytes");
  }

  /** An unsigned integer of at most 32 bits. */
  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw damaged("has an integer of more than five bytes");
  }

  #byte(): number {
    const byte = this.#bytes[this.position++];
    if (byte === undefined) throw damaged("is cut off");
    return byte;
  }
}

const damaged = (how: string) =>
  decodeFailed({ what: `The frame's Parquet metadata is damaged: it ${how}` });
