import { type ThriftList, type ThriftStruct, type ThriftValue, thriftType } from "./thrift.ts";

/** The bytes of a struct in Thrift's compact protocol. */
export function thriftBytes(value: ThriftStruct): Uint8Array<ArrayBuffer> {
  const writer = new ThriftWriter();
  writer.struct(value);
  return writer.bytes();
}

class ThriftWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  struct(fields: ThriftStruct): void {
    let last = 0;
    for (const [id, { type, value }] of fields) {
      // A boolean's value is its type.
      const wire = typeof value === "boolean" ? booleanType(value) : type;
      const delta = id - last;
      if (delta > 0 && delta < 16) this.#byte((delta << 4) | wire);
      else {
        this.#byte(wire);
        this.#varint(BigInt(zigzag32(id)));
      }
      if (typeof value !== "boolean") this.#value(type, value);
      last = id;
    }
    this.#byte(0);
  }

  #value(type: number, value: ThriftValue): void {
    if (typeof value === "boolean") this.#byte(booleanType(value));
    else if (value instanceof Uint8Array) this.#binary(value);
    else if (value instanceof Map) this.struct(value);
    else if (typeof value === "object") this.#list(value as ThriftList);
    else if (type === thriftType.i8) this.#byte(Number(value) & 255);
    else if (type === thriftType.double) this.#double(Number(value));
    else this.#varint(zigzag64(BigInt(value)));
  }

  #list({ of, items }: ThriftList): void {
    if (items.length < 15) this.#byte((items.length << 4) | of);
    else {
      this.#byte(0xf0 | of);
      this.#varint(BigInt(items.length));
    }
    for (const item of items) this.#value(of, item);
  }

  #binary(bytes: Uint8Array): void {
    this.#varint(BigInt(bytes.length));
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #double(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    for (const byte of bytes) this.#byte(byte);
  }

  #varint(value: bigint): void {
    let rest = value;
    while (rest > 127n) {
      this.#byte(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    this.#byte(Number(rest));
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + size));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

const booleanType = (value: boolean): number => (value ? thriftType.true : thriftType.false);
const zigzag32 = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
const zigzag64 = (value: bigint): bigint => BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
