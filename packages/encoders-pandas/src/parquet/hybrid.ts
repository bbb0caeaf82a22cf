/**
 * Parquet's RLE/bit-packing hybrid, without its length: runs of eight and more equal values as the
 * value once, the rest in groups of eight values of `width` bits.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
export function hybridBytes(values: ArrayLike<number>, width: number): Uint8Array<ArrayBuffer> {
  const writer = new HybridWriter(width);
  let pending = 0;
  let at = 0;
  while (at < values.length) {
    const run = runLength(values, at);
    // A group that was begun is filled up first.
    const missing = (8 - ((at - pending) & 7)) & 7;
    if (run - missing >= 8) {
      writer.packed(values, pending, at + missing);
      writer.run(values[at] as number, run - missing);
      at += run;
      pending = at;
    } else at += run;
  }
  writer.packed(values, pending, values.length);
  return writer.bytes();
}

function runLength(values: ArrayLike<number>, start: number): number {
  let end = start + 1;
  while (end < values.length && values[end] === values[start]) end++;
  return end - start;
}

class HybridWriter {
  readonly #width: number;
  #bytes = new Uint8Array(256);
  #length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  run(value: number, length: number): void {
    this.#varint(length * 2);
    for (let shift = 0; shift < this.#width; shift += 8) this.#byte((value >>> shift) & 255);
  }

  packed(values: ArrayLike<number>, start: number, end: number): void {
    if (end <= start) return;
    const groups = Math.ceil((end - start) / 8);
    this.#varint(groups * 2 + 1);
    let held = 0;
    let bits = 0;
    // The last group is filled up with zeros, which the page's number of values leaves out.
    for (let i = start; i < start + groups * 8; i++) {
      let rest = i < end ? (values[i] as number) : 0;
      for (let left = this.#width; left > 0; ) {
        const take = Math.min(left, 8 - bits);
        held |= (rest & ((1 << take) - 1)) << bits;
        rest >>>= take;
        bits += take;
        left -= take;
        if (bits === 8) {
          this.#byte(held);
          held = 0;
          bits = 0;
        }
      }
    }
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  #byte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = byte;
  }
}
