/**
 * Writes FlatBuffers, from the back to the front as they are made, as much as two Arrow messages
 * need that flechette writes without a vector that readers ask for.
 * https://flatbuffers.dev/internals/
 */
export class FlatBuilder {
  #bytes = new Uint8Array(1024);
  /** Bytes written: everything is addressed by its distance from the end. */
  #size = 0;

  /** The finished buffer whose root is the table at `root`. */
  finish(root: number): Uint8Array<ArrayBuffer> {
    this.#align(4, 8);
    this.#offset(root);
    return this.#bytes.slice(this.#bytes.length - this.#size);
  }

  /** A text: its length, its UTF-8 bytes, a zero. */
  text(utf8: Uint8Array): number {
    this.#align(utf8.length + 1, 4);
    this.#push(1);
    const start = this.#push(utf8.length);
    this.#bytes.set(utf8, start);
    return this.#int32(utf8.length);
  }

  /** A vector of tables or texts. */
  offsets(items: readonly number[]): number {
    this.#align(4 * items.length, 4);
    for (const item of items.toReversed()) this.#offset(item);
    return this.#int32(items.length);
  }

  /** A vector of structs of two 64-bit integers. */
  longs(pairs: readonly (readonly [bigint, bigint])[]): number {
    this.#align(16 * pairs.length, 8);
    for (const pair of pairs.toReversed())
      for (const value of pair.toReversed()) this.#int64(value);
    return this.#int32(pairs.length);
  }

  /** A table of fields by position; undefined ones are left out. */
  table(fields: readonly (FlatField | undefined)[]): number {
    const places: number[] = [];
    const end = this.#size;
    for (const [i, field] of [...fields.entries()].toReversed()) {
      if (field === undefined) continue;
      places[i] = this.#field(field);
    }
    this.#align(4, 4);
    const table = this.#int32(0);
    for (let i = fields.length - 1; i >= 0; i--) {
      this.#int16(places[i] === undefined ? 0 : table - (places[i] as number));
    }
    this.#int16(table - end);
    const vtable = this.#int16(4 + 2 * fields.length);
    this.#view().setInt32(this.#bytes.length - table, vtable - table, true);
    return table;
  }

  #field({ kind, value }: FlatField): number {
    if (kind === "offset") {
      this.#align(4, 4);
      return this.#offset(value as number);
    }
    if (kind === "int64") {
      this.#align(8, 8);
      return this.#int64(value as bigint);
    }
    if (kind === "int16") {
      this.#align(2, 2);
      return this.#int16(value as number);
    }
    const start = this.#push(1);
    this.#bytes[start] = value as number;
    return this.#size;
  }

  #offset(target: number): number {
    this.#align(4, 4);
    return this.#int32(this.#size + 4 - target);
  }

  #int16(value: number): number {
    const start = this.#push(2);
    this.#view().setInt16(start, value, true);
    return this.#size;
  }

  #int32(value: number): number {
    const start = this.#push(4);
    this.#view().setInt32(start, value, true);
    return this.#size;
  }

  #int64(value: bigint): number {
    const start = this.#push(8);
    this.#view().setBigInt64(start, value, true);
    return this.#size;
  }

  /** Makes room so that what ends after `size` more bytes is aligned. */
  #align(size: number, to: number): void {
    while ((this.#size + size) % to !== 0) this.#push(1);
  }

  /** The position of `size` new bytes, which are zero. */
  #push(size: number): number {
    while (this.#size + size > this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#bytes.length);
      grown.set(this.#bytes, this.#bytes.length);
      this.#bytes = grown;
    }
    this.#size += size;
    return this.#bytes.length - this.#size;
  }

  #view(): DataView {
    return new DataView(this.#bytes.buffer);
  }
}

/** A member of a table. */
export interface FlatField {
  readonly kind: "offset" | "int8" | "int16" | "int64";
  readonly value: number | bigint;
}
