import { type Tape, tapeDepth } from "../json/tape.ts";

/** A tape that is put together from the parts that were scanned, since it is longer than they are. */
export class Roll {
  readonly #bytes: Uint8Array;
  #positions = new Uint32Array(1 << 18);
  #ends = new Uint32Array(1 << 18);
  #length = 0;
  #depth = 0;
  /** Where the open containers begin, by depth. */
  readonly #begins = new Uint32Array(tapeDepth + 1);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Adds a part. Its ends count from its own beginning, and do not reach into earlier parts. */
  add(positions: Uint32Array, ends: Uint32Array): void {
    while (this.#length + positions.length > this.#positions.length) {
      this.#positions = doubled(this.#positions);
      this.#ends = doubled(this.#ends);
    }
    this.#positions.set(positions, this.#length);
    this.#ends.set(ends, this.#length);
    const length = this.#length + positions.length;
    for (let index = this.#length; index < length; index++) {
      const byte = (this.#bytes[this.#positions[index] as number] as number) | 0x20;
      if (byte === 0x7b /* [ and { */) this.#begins[++this.#depth] = index;
      else if (byte === 0x7d /* ] and } */) {
        this.#ends[this.#begins[this.#depth--] as number] = index;
      }
    }
    this.#length = length;
  }

  /** The whole tape. */
  tape(start: number, plain: boolean): Tape {
    const length = this.#length;
    const positions = this.#positions.slice(0, length);
    return { positions, ends: this.#ends.slice(0, length), length, start, plain };
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
