import { ScrapbookError } from "../error/error.ts";

/**
 * What is held of a text whose rest is let go, and where in the text it stood. What is held is a text
 * again, in which short stand-ins take the places of long values.
 *
 * Positions are those of what is held, offsets those of the whole text, which may be beyond 32 bits.
 */
export class Held {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;
  /** Pairs of a position and its offset, where the distance of the two changes. Ascending. */
  #turns = new Float64Array(64);
  #turnCount = 0;
  readonly #most: number;

  /** @param most how many bytes may be held. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The bytes so far. Valid until more is added. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  get lastByte(): number | undefined {
    return this.#bytes[this.#length - 1];
  }

  /** How many turns there are: what {@link truncate} takes. */
  get turnCount(): number {
    return this.#turnCount;
  }

  /** Bytes that are held for finding the way back. */
  get mapLength(): number {
    return this.#turns.byteLength;
  }

  /** @throws `store-too-large`. */
  append(from: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#bytes.length) this.#grow(length);
    if (end - start > 32) this.#bytes.set(from.subarray(start, end), this.#length);
    else
      for (let i = start; i < end; i++) this.#bytes[this.#length + i - start] = from[i] as number;
    this.#length = length;
  }

  /** Adds ASCII that is not in the text: say with {@link turn} where the text goes on. */
  appendText(text: string): void {
    if (this.#length + text.length > this.#bytes.length) this.#grow(this.#length + text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
  }

  /** Says that what is added next stands at `offset`. */
  turn(offset: number): void {
    if (this.offsetOf(this.#length) === offset) return;
    const last = this.#turnCount - 1;
    if (last >= 0 && this.#turns[2 * last] === this.#length) {
      this.#turns[2 * last + 1] = offset;
      return;
    }
    if (2 * this.#turnCount === this.#turns.length) {
      const larger = new Float64Array(this.#turns.length * 2);
      larger.set(this.#turns);
      this.#turns = larger;
    }
    this.#turns[2 * this.#turnCount] = this.#length;
    this.#turns[2 * this.#turnCount++ + 1] = offset;
  }

  /** Lets go of what was added since there were so many bytes, and turns. */
  truncate(length: number, turnCount: number = this.#turnCount): void {
    this.#length = length;
    this.#turnCount = turnCount;
  }

  /** The offset of a position. Where a value ends and white space behind it was let go: of its end. */
  offsetOf(position: number): number {
    const turn = this.#lastTurn(0, position);
    if (turn < 0) return position;
    return (this.#turns[2 * turn + 1] as number) + position - (this.#turns[2 * turn] as number);
  }

  /** The position of an offset at which something that is held starts or ends. */
  positionOf(offset: number): number {
    const turn = this.#lastTurn(1, offset);
    if (turn < 0) return offset;
    return (this.#turns[2 * turn] as number) + offset - (this.#turns[2 * turn + 1] as number);
  }

  #lastTurn(which: 0 | 1, at: number): number {
    let low = 0;
    let high = this.#turnCount;
    // What is added comes at the end, and is asked for there.
    if (high > 0 && (this.#turns[2 * (high - 1) + which] as number) <= at) return high - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#turns[2 * middle + which] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #grow(length: number): void {
    if (length > this.#most) {
      throw new ScrapbookError("store-too-large", {
        what: "What has to be held of the notebook is larger than allowed",
        expected: `at most ${this.#most} bytes`,
        hint: "Raise maxHeldBytes if you trust it.",
      });
    }
    const larger = new Uint8Array(Math.min(this.#most, Math.max(length, this.#bytes.length * 2)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
